import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { judge, type Known } from './judge.ts';
import { readCall, type Call } from './read-call.ts';

/** A proxy between a command and an emulator that enforces the policies the emulator ignores. */
export interface Gate {
  /** `http://localhost:PORT`, to use in place of the emulator's. */
  readonly url: string;
  /** How often each action was called with restricted credentials. */
  readonly calls: ReadonlyMap<string, number>;
  /** Why calls were refused. */
  readonly refused: readonly string[];
  /** Runs before the next call of an action is passed on. */
  once(action: string, run: () => void): void;
  close(): Promise<void>;
}

/**
 * Starts a gate on loopback.
 *
 * @param known is read at each call, so the restrictions may change
 */
export async function startGate(emulatorUrl: string, known: Known): Promise<Gate> {
  const calls = new Map<string, number>();
  const refused: string[] = [];
  const hooks = new Map<string, () => void>();
  const pass = (message: IncomingMessage, answer: ServerResponse, body: Buffer) => {
    const call = readCall(message.headers, body.toString('utf8'));
    if (call !== undefined) {
      hooks.get(call.action)?.();
      hooks.delete(call.action);
      if (known.restricted.has(call.accessKeyId)) {
        calls.set(call.action, (calls.get(call.action) ?? 0) + 1);
      }
      const why = judge(call, known);
      if (why.length > 0) {
        refused.push(...why);
        return refuse(answer, call, message, why);
      }
    }
    forward(emulatorUrl, message, body, answer);
  };
  const server = createServer((message, answer) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => pass(message, answer, Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gate has no port');
  return {
    url: `http://localhost:${address.port}`,
    calls,
    refused,
    once: (action, run) => void hooks.set(action, run),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Keeps the host header, which is part of the signature. */
function forward(
  emulatorUrl: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
): void {
  const { port } = new URL(emulatorUrl);
  const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  passed.end(body);
}

function refuse(
  answer: ServerResponse,
  { action }: Call,
  { headers }: IncomingMessage,
  why: readonly string[],
): void {
  const message = `not authorized to perform ${action}: ${why.slice(0, 3).join('; ')}`;
  if (headers['x-amz-target'] !== undefined) {
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    answer.end(JSON.stringify({ __type: 'AccessDeniedException', message }));
    return;
  }
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  answer.writeHead(403, { 'content-type': 'text/xml' });
  answer.end(
    `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${text}</Message></Error><RequestId>gate</RequestId></ErrorResponse>`,
  );
}
