import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as AWS got it. */
export interface AwsCall {
  readonly form: URLSearchParams;
  /** The access key that signed it. */
  readonly keyId: string;
}

/** An AWS that answers what it is told, on this machine. */
export interface AwsQueryServer {
  readonly url: string;
  readonly calls: readonly AwsCall[];
  readonly close: () => Promise<void>;
}

/**
 * Starts a server of AWS's Query protocol on the loopback interface.
 *
 * @param answer the result of a call as XML; undefined denies it
 */
export async function startAwsQueryServer(
  answer: (call: AwsCall) => string | undefined,
): Promise<AwsQueryServer> {
  const calls: AwsCall[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const [, keyId = ''] = /Credential=(\w+)\//.exec(request.headers.authorization ?? '') ?? [];
      const call = { form: new URLSearchParams(body), keyId };
      calls.push(call);
      const result = answer(call);
      const action = call.form.get('Action') ?? '';
      response.writeHead(result === undefined ? 403 : 200, { 'content-type': 'text/xml' });
      response.end(
        result === undefined
          ? '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>'
          : `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
