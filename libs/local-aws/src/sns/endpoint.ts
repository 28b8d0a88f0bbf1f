import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '../loopback-server.ts';
import { refusalOfBatch } from './batch-rules.ts';
import type { AcceptedMessage, PublishEntry, Refusal } from './message.ts';
import { refusalOf } from './publish-rules.ts';
import {
  errorAnswer,
  publishAnswer,
  readPublishRequest,
  type EntryAnswer,
} from './query-protocol.ts';

export interface EndpointSettings {
  /** Why a publish to this topic is refused: unknown topic, permissions, key; else undefined. */
  readonly refusalOfTopic: (topicArn: string) => Refusal | undefined;
  /** The access key ID that the function was given. */
  readonly accessKeyId: string;
  readonly region: string;
  /** How long it waits before it answers, in milliseconds. */
  readonly delay?: number;
  /** Hears of each request once it is decided, with the messages that were accepted. */
  readonly onPublish?: (accepted: readonly AcceptedMessage[]) => void;
}

/** A request or a message that was refused. */
export interface Refused extends Refusal {
  readonly topicArn: string;
  readonly entries: readonly PublishEntry[];
}

/** SNS on loopback: takes what SNS takes, refuses what SNS refuses, keeps both. */
export class SnsEndpoint {
  readonly #settings: EndpointSettings;
  readonly #server: Server;
  #accepted: AcceptedMessage[] = [];
  #refused: Refused[] = [];

  constructor(settings: EndpointSettings) {
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
    const { action, topicArn, entries } = readPublishRequest(
      new URLSearchParams(await readBody(request)),
    );
    const { delay = 0 } = this.#settings;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const refusal =
      refusalOfCaller(request.headers.authorization, this.#settings) ??
      refusalOfAction(action) ??
      this.#settings.refusalOfTopic(topicArn) ??
      (action === 'PublishBatch' ? refusalOfBatch(entries) : undefined);
    const before = this.#accepted.length;
    const answers =
      refusal === undefined ? entries.map((entry) => this.#publish(topicArn, entry)) : [];
    const whole = refusal ?? (action === 'Publish' ? answers.flatMap(refusalIn)[0] : undefined);
    if (refusal !== undefined) this.#refused.push({ ...refusal, topicArn, entries });
    this.#settings.onPublish?.(this.#accepted.slice(before));
    response.writeHead(whole === undefined ? 200 : statusOf(whole), { 'content-type': 'text/xml' });
    response.end(whole === undefined ? publishAnswer(action, answers) : errorAnswer(whole));
  }

  #publish(topicArn: string, entry: PublishEntry): EntryAnswer {
    const refusal = refusalOf(entry);
    if (refusal !== undefined) {
      this.#refused.push({ ...refusal, topicArn, entries: [entry] });
      return { id: entry.id, refusal };
    }
    const messageId = randomUUID();
    this.#accepted.push({ ...entry, topicArn, messageId, at: performance.now() });
    return { id: entry.id, messageId };
  }
}

const refusalIn = (answer: EntryAnswer) => ('refusal' in answer ? [answer.refusal] : []);

function refusalOfAction(action: string): Refusal | undefined {
  if (action === 'Publish' || action === 'PublishBatch') return undefined;
  return { code: 'InvalidAction', message: `${action} is not simulated` };
}

/** The signature itself is not checked, only whose it is and for which Region and service. */
function refusalOfCaller(
  authorization: string | undefined,
  { accessKeyId, region }: EndpointSettings,
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

function statusOf({ code }: Refusal): number {
  if (code === 'NotFound') return 404;
  return ['AuthorizationError', 'InvalidClientTokenId', 'MissingAuthenticationToken'].includes(code)
    ? 403
    : 400;
}
