import { createServer, type IncomingMessage, type Server } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '@root-activity-monitor/local-aws';

/** One request to it, as far as tests look at it. */
export interface Asked {
  /** The operation, of whichever protocol. */
  readonly operation: string;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** A server on loopback that answers AWS's protocols with what a test wants. */
export class AnsweringServer {
  readonly asked: Asked[] = [];
  readonly #server: Server;
  url = '';

  constructor(answer: (asked: Asked) => Answer) {
    this.#server = createServer((request, response) => {
      void readBody(request).then((body) => {
        const asked = { operation: operationOf(request, body), body };
        this.asked.push(asked);
        const { status = 200, type = 'application/x-amz-json-1.1', body: text } = answer(asked);
        response.writeHead(status, { 'content-type': type }).end(text);
      });
    });
  }

  async start(): Promise<this> {
    this.url = `http://${await listenOnLoopback(this.#server)}`;
    return this;
  }

  async stop(): Promise<void> {
    await closeServer(this.#server);
  }
}

function operationOf(request: IncomingMessage, body: string): string {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  return new URLSearchParams(body).get('Action') ?? '';
}
