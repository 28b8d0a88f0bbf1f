import type { Credentials } from '@root-activity-monitor/command-line/aws';

/** How to reach an emulated account in one Region. */
export interface EmulatorAccess {
  readonly endpointUrl: string;
  readonly region: string;
  readonly credentials: Credentials;
}

export interface EmulatorRequest {
  /** As the signature names it: "lambda". */
  readonly service: string;
  /** For services whose operations are paths; "/" otherwise. */
  readonly path?: string;
  /** The operation, for services of the JSON protocol. */
  readonly target?: string;
  /** The form of a service of the Query protocol, or the object of one of the JSON protocol. */
  readonly body?: Readonly<Record<string, string>>;
}

/**
 * Calls an operation that no installed SDK client has. The request names account and Region as a
 * signature does, without a valid signature: emulators do not check it.
 *
 * @returns the status and text of the response
 */
export async function askEmulator(
  access: EmulatorAccess,
  request: EmulatorRequest,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const { endpointUrl, region, credentials } = access;
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
