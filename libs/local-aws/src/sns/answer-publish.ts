import { randomUUID } from 'node:crypto';
import type { HttpAnswer } from '../loopback-server.ts';
import { refusalOfBatch } from './batch-rules.ts';
import type { AcceptedMessage, PublishEntry, Refusal } from './message.ts';
import { refusalOf } from './publish-rules.ts';
import {
  errorAnswer,
  publishAnswer,
  readPublishRequest,
  type PublishRequest,
} from './query-protocol.ts';

/** A request or a message that was refused. */
export interface Refused extends Refusal {
  readonly topicArn: string;
  readonly entries: readonly PublishEntry[];
}

/** What SNS made of one request. */
export interface Published {
  readonly request: PublishRequest;
  readonly answer: HttpAnswer;
  readonly accepted: readonly AcceptedMessage[];
  readonly refused: readonly Refused[];
}

/** What is refused for other reasons than the limits of SNS: access, or a fault. */
export interface Refusals {
  /** Why the whole request is refused; undefined lets it pass. */
  readonly refuse?: (request: PublishRequest) => Refusal | undefined;
  /** Why one of its messages is refused; undefined lets it pass. */
  readonly refuseEntry?: (entry: PublishEntry, index: number) => Refusal | undefined;
}

/** Takes what SNS takes of a Publish or PublishBatch, given as the form that an SDK posts. */
export function answerPublish(body: string, { refuse, refuseEntry }: Refusals = {}): Published {
  const request = readPublishRequest(new URLSearchParams(body));
  const { action, topicArn, entries } = request;
  const refusal =
    refuse?.(request) ??
    refusalOfAction(action) ??
    (action === 'PublishBatch' ? refusalOfBatch(entries) : undefined);
  if (refusal !== undefined) {
    const refused = [{ ...refusal, topicArn, entries }];
    return { request, answer: refusing(refusal), accepted: [], refused };
  }
  const accepted: AcceptedMessage[] = [];
  const refused: Refused[] = [];
  const answers = entries.map((entry, index) => {
    const own = refuseEntry?.(entry, index) ?? refusalOf(entry);
    if (own !== undefined) {
      refused.push({ ...own, topicArn, entries: [entry] });
      return { id: entry.id, refusal: own };
    }
    const messageId = randomUUID();
    accepted.push({ ...entry, topicArn, messageId, at: performance.now() });
    return { id: entry.id, messageId };
  });
  const [only] = action === 'Publish' ? refused : [];
  const answer =
    only === undefined ? { status: 200, body: publishAnswer(action, answers) } : refusing(only);
  return { request, answer, accepted, refused };
}

function refusing(refusal: Refusal): HttpAnswer {
  return { status: statusOf(refusal), body: errorAnswer(refusal) };
}

function refusalOfAction(action: string): Refusal | undefined {
  if (action === 'Publish' || action === 'PublishBatch') return undefined;
  return { code: 'InvalidAction', message: `${action} is not simulated` };
}

function statusOf({ code }: Refusal): number {
  if (code === 'NotFound') return 404;
  return ['AuthorizationError', 'InvalidClientTokenId', 'MissingAuthenticationToken'].includes(code)
    ? 403
    : 400;
}
