import { createServer, type Server, type ServerResponse } from 'node:http';
import {
  closeServer,
  listenOnLoopback,
  readBody,
  type HttpAnswer,
} from '@root-activity-monitor/local-aws';
import { errorAnswer } from '@root-activity-monitor/local-aws/sns';
import type { Effect } from '../faults/request-faults.ts';
import { readRequest, splitBatch, type ProxyRequest } from './requests.ts';

/** Who decides what becomes of requests. */
export interface FaultPolicy {
  /** What strikes the request, if anything does. */
  strike(request: ProxyRequest): Effect | undefined;
  /** Does what the request asks for. @param isLeft entries of a batch to leave out */
  apply(request: ProxyRequest, isLeft?: (index: number) => boolean): Promise<HttpAnswer>;
  /** Ends the process that sent the request; it took the function's whole time when it hung. */
  end(request: ProxyRequest, hung: boolean): Promise<void>;
  /** Lets other invocations run meanwhile. */
  overtake(request: ProxyRequest): Promise<void>;
}

/** SNS and DynamoDB on loopback, where faults strike. */
export class FaultProxy {
  readonly #server: Server;
  #keeper: FaultPolicy | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      response.sendDate = false;
      readBody(request)
        .then(async (body) => {
          const read = readRequest(request, body);
          if (read === undefined || this.#keeper === undefined)
            throw new Error('not for this gate');
          await serve(read, this.#keeper, response);
        })
        .catch((error: unknown) => {
          this.failure ??= error;
          response.destroy();
        });
    });
    // A connection that closes by itself would be a fault that the seed did not draw.
    this.#server.keepAliveTimeout = 0;
  }

  /** What went wrong in the harness itself. */
  failure: unknown;

  async start(): Promise<string> {
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  keep(keeper: FaultPolicy): void {
    this.#keeper = keeper;
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
  }
}

async function serve(request: ProxyRequest, keeper: FaultPolicy, response: ServerResponse) {
  const effect = keeper.strike(request);
  switch (effect?.type) {
    case undefined:
      return send(response, await keeper.apply(request));
    case 'refused':
      return send(response, refusal(request, effect));
    case 'taken-in-part':
      return send(response, await inPart(request, keeper));
    case 'overtaken': {
      const early = effect.applied ? await keeper.apply(request) : undefined;
      await keeper.overtake(request);
      return send(response, early ?? (await keeper.apply(request)));
    }
    case 'connection-lost':
      if (effect.applied) await keeper.apply(request);
      return response.destroy();
    case 'hanging':
    case 'killed':
      if (effect.applied) await keeper.apply(request);
      await keeper.end(request, effect.type === 'hanging');
      return response.destroy();
  }
}

function send(response: ServerResponse, { status, body }: HttpAnswer): void {
  const type = body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.0';
  response.writeHead(status, { 'content-type': type }).end(body);
}

function refusal({ service }: ProxyRequest, effect: Effect & { type: 'refused' }): HttpAnswer {
  const { status, code } = effect;
  return {
    status,
    body:
      service === 'sns'
        ? errorAnswer({ code, message: 'a fault of the harness' })
        : JSON.stringify({
            __type: `com.amazonaws.dynamodb.v20120810#${code}`,
            message: 'a fault',
          }),
  };
}

/** Every second entry is left; a request of one entry is left whole. */
async function inPart(request: ProxyRequest, keeper: FaultPolicy): Promise<HttpAnswer> {
  const isLeft = (index: number) => index % 2 === 0;
  if (request.service === 'sns') return await keeper.apply(request, isLeft);
  if (!request.operation.startsWith('Batch')) return await keeper.apply(request);
  const { taken, left } = splitBatch(request.body, isLeft);
  const rest = request.operation === 'BatchGetItem' ? 'UnprocessedKeys' : 'UnprocessedItems';
  const answer = /"RequestItems":\{\}/.test(taken)
    ? { status: 200, body: '{"Responses":{}}' }
    : await keeper.apply({ ...request, body: taken });
  const parsed: unknown = JSON.parse(answer.body);
  return { ...answer, body: JSON.stringify({ ...Object(parsed), [rest]: left }) };
}
