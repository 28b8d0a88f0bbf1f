import type { IncomingHttpHeaders } from 'node:http';

/** What IAM needs to know about a request to AWS. */
export interface Call {
  readonly accessKeyId: string;
  readonly region: string;
  /** As policies spell it: `cloudformation:CreateStack`; an S3 call, which names no operation, is `s3:`. */
  readonly action: string;
  /** The form of a service of the Query protocol; the top level of one of the JSON protocol. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Services whose name in a signature differs from that in policies. */
const prefixes: Readonly<Record<string, string>> = { monitoring: 'cloudwatch', email: 'ses' };

/**
 * Reads who makes a request, and for what, from its signature and body.
 *
 * @returns undefined for what is not signed
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function readCall(headers: IncomingHttpHeaders, body: string): Call | undefined {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '');
  if (scope === null) return undefined;
  const [, accessKeyId = '', region = '', service = ''] = scope;
  const target = headers['x-amz-target'];
  const parameters =
    typeof target === 'string' ? topLevel(body) : new Map(new URLSearchParams(body));
  const operation =
    typeof target === 'string' ? target.split('.').at(-1) : parameters.get('Action');
  const action = `${prefixes[service] ?? service}:${operation ?? ''}`;
  return { accessKeyId, region, action, parameters };
}

function topLevel(body: string): ReadonlyMap<string, string> {
  const value: unknown = JSON.parse(body === '' ? '{}' : body);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([key, one]: [string, unknown]) =>
      typeof one === 'string' ? [[key, one] as const] : [],
    ),
  );
}
