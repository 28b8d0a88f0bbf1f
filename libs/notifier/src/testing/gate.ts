import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request on its way to DynamoDB. */
export interface GateRequest {
  /** `UpdateItem` and the like. */
  readonly operation: string;
  /** Who sent it: the last part of the address that its client was given. */
  readonly sender: string;
}

/** What becomes of a request: the connection is lost before DynamoDB has it, or before the answer. */
export type Fate = 'passes' | 'is lost' | 'its answer is lost';

/** A gate on loopback that all requests to DynamoDB go through. */
export interface Gate {
  /** The address for a sender's client. */
  readonly addressFor: (sender: string) => string;
  readonly close: () => Promise<void>;
}

/** Starts a gate in front of DynamoDB; its keeper decides when a request goes on, and how. */
export async function startGate(
  endpoint: string,
  keeper: (request: GateRequest) => Fate | Promise<Fate>,
): Promise<Gate> {
  const server = createServer((asked, answer) => {
    // A test that ends early leaves requests behind; nobody waits for their answers.
    serve(asked, answer, endpoint, keeper).catch(() => answer.destroy());
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    addressFor: (sender) => `http://127.0.0.1:${address.port}/${sender}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(
  asked: IncomingMessage,
  answer: ServerResponse,
  endpoint: string,
  keeper: (request: GateRequest) => Fate | Promise<Fate>,
): Promise<void> {
  const body = await buffer(asked);
  const target = asked.headers['x-amz-target'];
  const fate = await keeper({
    operation: String(target).replace(/^.*\./, ''),
    sender: (asked.url ?? '').replaceAll('/', ''),
  });
  if (fate === 'is lost') return void answer.destroy();
  const { headers } = asked;
  const passedOn = request(endpoint, { method: 'POST', headers, agent: false }).end(body);
  const [given]: IncomingMessage[] = await once(passedOn, 'response');
  if (given === undefined) throw new Error('no answer');
  const text = await buffer(given);
  if (fate === 'its answer is lost') return void answer.destroy();
  answer.writeHead(given.statusCode ?? 500, given.headers).end(text);
}
