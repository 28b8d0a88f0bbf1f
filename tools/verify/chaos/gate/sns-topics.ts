import type { HttpAnswer } from '@root-activity-monitor/local-aws';
import {
  errorAnswer,
  publishAnswer,
  type PublishEntry,
  refusalOf,
  refusalOfBatch,
} from '@root-activity-monitor/local-aws/sns';
import { publishIn } from './requests.ts';

/** What SNS made of one request. */
export interface Published {
  readonly answer: HttpAnswer;
  readonly topicArn: string;
  readonly accepted: readonly PublishEntry[];
  readonly refused: readonly PublishEntry[];
}

const partFault = { code: 'InternalError', message: 'this entry was not taken' };

/**
 * Takes what SNS takes of a PublishBatch.
 *
 * @param isLeft entries that a fault keeps from being taken
 */
export function publish(body: string, isLeft: (index: number) => boolean = () => false): Published {
  const { action, topicArn, entries } = publishIn(body);
  const whole = refusalOfBatch(entries);
  if (whole !== undefined) {
    return {
      answer: { status: 400, body: errorAnswer(whole) },
      topicArn,
      accepted: [],
      refused: entries,
    };
  }
  const answers = entries.map((entry, index) => {
    const refusal = isLeft(index) ? partFault : refusalOf(entry);
    return refusal === undefined
      ? { id: entry.id, messageId: `sns-${entry.id}`, entry }
      : { id: entry.id, refusal, entry };
  });
  return {
    answer: { status: 200, body: publishAnswer(action, answers) },
    topicArn,
    accepted: answers.filter((answer) => !('refusal' in answer)).map(({ entry }) => entry),
    refused: answers.filter((answer) => 'refusal' in answer).map(({ entry }) => entry),
  };
}
