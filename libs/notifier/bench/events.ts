import { envelopeOf } from '@root-activity-monitor/event-schema';
import { call, rootIdentity } from '../src/testing/records.ts';

/** Whether each event is of an account of its own, so that each alerts, or all are of one session. */
export type Kind = 'alerts' | 'one session';

/** A queue batch of console writes by root; `first` numbers the events. */
export function batchOf(size: number, first: number, kind: Kind) {
  return {
    Records: Array.from({ length: size }, (_, index) => {
      const number = String(300_000_000_000 + first + index);
      const accountId = kind === 'alerts' ? number : '123456789012';
      const record = call('s3 CreateBucket', {
        userIdentity: rootIdentity({ accountId, arn: `arn:aws:iam::${accountId}:root` }),
        recipientAccountId: accountId,
        eventID: `bench-event-${number}`,
      });
      return { messageId: `message-${number}`, body: JSON.stringify(envelopeOf(record)) };
    }),
  };
}
