import type { Credentials } from '@root-activity-monitor/command-line/aws';

/** An emulated account in one Region. */
export interface Place {
  readonly endpointUrl: string;
  readonly region: string;
  readonly credentials: Credentials;
}

export interface EmulatorRequest {
  /** As the signature names it: "lambda". */
  readonly service: string;
  /** For services that are asked by path; "/" otherwise. */
  readonly path?: string;
  /** The operation, for services of the JSON protocol. */
  readonly target?: string;
  /** The form of a service of the Query protocol, or the object of one of the JSON protocol. */
  readonly body?: Readonly<Record<string, string>>;
}

/**
 * Asks an emulator for what no installed SDK client reads. It names account and Region as a
 * signature does, without signing: emulators do not check.
 *
 * @returns status and text of the answer
 */
export async function askEmulator(
  place: Place,
  request: EmulatorRequest,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const { endpointUrl, region, credentials } = place;
  const { service, path = '/', target, body } = request;
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${credentials.accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const response = await fetch(new URL(path, endpointUrl), {
    method: body === undefined ? 'GET' : 'POST',
    signal: AbortSignal.timeout(30_000),
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      'x-amz-date': date,
      ...(credentials.sessionToken !== undefined && {
        'x-amz-security-token': credentials.sessionToken,
      }),
      ...(target !== undefined && {
        'x-amz-target': target,
        'content-type': 'application/x-amz-json-1.1',
      }),
      ...(body !== undefined &&
        target === undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body !== undefined && {
      body: target === undefined ? new URLSearchParams(body).toString() : JSON.stringify(body),
    }),
  });
  return { ok: response.ok, text: await response.text() };
}
