import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '../loopback-server.ts';
import { answerPublish, type Published, type Refusals, type Refused } from './answer-publish.ts';
import type { AcceptedMessage, Refusal } from './message.ts';

export interface EndpointSettings extends Refusals {
  /** Whose requests are taken; anybody's when left out. */
  readonly caller?: Caller;
  /** How long it waits before it answers, in milliseconds. */
  readonly delay?: number;
  /** Hears of each request once it is decided. */
  readonly onPublish?: (published: Published) => void;
}

export interface Caller {
  /** The access key ID that the function was given. */
  readonly accessKeyId: string;
  readonly region: string;
}

/** SNS on loopback: takes what SNS takes, refuses what SNS refuses, keeps both. */
export class SnsEndpoint {
  readonly #settings: EndpointSettings;
  readonly #server: Server;
  #accepted: AcceptedMessage[] = [];
  #refused: Refused[] = [];

  constructor(settings: EndpointSettings = {}) {
    this.#settings = settings;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** Starts listening and gives the URL. */
  async start(): Promise<string> {
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  /** What came since the last call. */
  take(): { readonly accepted: readonly AcceptedMessage[]; readonly refused: readonly Refused[] } {
    const taken = { accepted: this.#accepted, refused: this.#refused };
    this.#accepted = [];
    this.#refused = [];
    return taken;
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { caller, delay = 0, onPublish, refuse } = this.#settings;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const { authorization } = request.headers;
    const published = answerPublish(body, {
      ...this.#settings,
      refuse: (asked) => (caller && refusalOfCaller(authorization, caller)) ?? refuse?.(asked),
    });
    this.#accepted.push(...published.accepted);
    this.#refused.push(...published.refused);
    onPublish?.(published);
    const { answer } = published;
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
  }
}

/** The signature itself is not checked, only whose it is and for which Region and service. */
function refusalOfCaller(
  authorization: string | undefined,
  { accessKeyId, region }: Caller,
): Refusal | undefined {
  const credential = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    authorization ?? '',
  );
  if (credential === null) {
    return {
      code: 'MissingAuthenticationToken',
      message: 'Request is missing Authentication Token',
    };
  }
  if (credential[1] !== accessKeyId) {
    return {
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    };
  }
  if (credential[2] === region && credential[3] === 'sns') return undefined;
  return {
    code: 'SignatureDoesNotMatch',
    message: `Credential should be scoped to ${region} and sns.`,
  };
}
