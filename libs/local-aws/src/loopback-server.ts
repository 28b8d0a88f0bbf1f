import type { IncomingMessage, Server } from 'node:http';

/** What a server answers. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** Listens on a free port of the loopback interface and gives `host:port`. */
export async function listenOnLoopback(server: Server): Promise<string> {
  // By default Node.js ends a connection after five idle seconds, which a busy machine lets pass: the
  // next request of a function would be lost, a fault that nobody asked for.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // What is simulated never waits for a client that keeps its connection.
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `127.0.0.1:${address.port}`;
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  if (!server.listening) return;
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
