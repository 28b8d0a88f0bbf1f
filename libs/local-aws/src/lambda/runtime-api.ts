import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { listenOnLoopback, closeServer, readBody } from '../loopback-server.ts';

const ErrorSchema = z.looseObject({
  errorType: z.string().default('Error'),
  errorMessage: z.string().default(''),
});

export type InvocationAnswer =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

interface Invocation {
  readonly requestId: string;
  readonly payload: string;
  readonly deadline: number;
  readonly functionArn: string;
  /** The time of day that the function sees, in milliseconds since 1970; the real one when left out. */
  readonly timeOfDay?: number | undefined;
  readonly answer: (answer: InvocationAnswer) => void;
}

/**
 * The HTTP side of Lambda that a function's process polls.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class RuntimeApi {
  readonly #server: Server;
  #endpoint = '';
  #polling: ServerResponse | undefined;
  #waiting: Invocation | undefined;
  #running: Invocation | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** `host:port`, as `AWS_LAMBDA_RUNTIME_API` gives it. */
  async start(): Promise<string> {
    this.#endpoint = await listenOnLoopback(this.#server);
    return this.#endpoint;
  }

  /** Hands one invocation to the process, at once or when it asks next. */
  invoke(invocation: Invocation): void {
    this.#waiting = invocation;
    this.#handOver();
  }

  /** Forgets the process that polled and whatever it was working on. */
  reset(): void {
    this.#polling?.destroy();
    this.#polling = undefined;
    this.#waiting = undefined;
    this.#running = undefined;
  }

  async close(): Promise<void> {
    this.reset();
    await closeServer(this.#server);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.replace('/2018-06-01/runtime/', '') ?? '';
    if (request.method === 'GET' && path === 'invocation/next') {
      this.#polling = response;
      this.#handOver();
      return;
    }
    const body = await readBody(request);
    const current = this.#running ?? this.#waiting;
    response.statusCode = 202;
    response.end('{"status":"OK"}');
    if (path === 'init/error') {
      current?.answer({ ok: false, ...ErrorSchema.parse(JSON.parse(body)) });
    } else if (path === `invocation/${current?.requestId ?? ''}/response`) {
      current?.answer({ ok: true, payload: body });
    } else if (path === `invocation/${current?.requestId ?? ''}/error`) {
      current?.answer({ ok: false, ...ErrorSchema.parse(JSON.parse(body)) });
    }
  }

  #handOver(): void {
    const [response, invocation] = [this.#polling, this.#waiting];
    if (response === undefined || invocation === undefined) return;
    this.#running = invocation;
    this.#polling = undefined;
    this.#waiting = undefined;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.requestId,
      'lambda-runtime-deadline-ms': String(invocation.deadline),
      'lambda-runtime-invoked-function-arn': invocation.functionArn,
      ...(invocation.timeOfDay !== undefined && {
        'simulation-time-of-day-ms': String(invocation.timeOfDay),
      }),
    });
    response.end(invocation.payload);
  }
}
