import { describe, expect, it } from 'vitest';
import { formatAlert } from '../alert/alert.ts';
import { jsonLog } from '../adapters/log.ts';
import { findingOn, call } from '../testing/records.ts';
import { decisionsIn, DigestLogSchema, eventKeyOf, messageSubject } from './contract.ts';

const { finding } = findingOn(call('s3 CreateBucket'));

function logged(write: (log: ReturnType<typeof jsonLog>) => void): readonly string[] {
  const lines: string[] = [];
  write(jsonLog((line) => lines.push(line)));
  return lines;
}

describe('what other programs rely on', () => {
  it('is the line about an event, among whatever else is logged', () => {
    const result = { finding, outcome: 'alerted', failure: undefined, duplicate: false } as const;
    const lines = logged((log) => log.handled([result], 0));
    expect(decisionsIn(['START RequestId', ...lines, '{"message":"other"}'])).toMatchObject([
      { messageId: 'message-1', outcome: 'alerted', detection: 'root-write', severity: 'high' },
    ]);
  });

  it('is the line about a digest', () => {
    const digest = { accountId: '123456789012', severity: 'high', events: 7 } as const;
    const [line = ''] = logged((log) => log.digested({ ...digest, chatFailure: 'Throttled' }, 0));
    expect(DigestLogSchema.parse(JSON.parse(line))).toMatchObject({
      ...digest,
      failure: 'chat: Throttled',
    });
  });

  it('is the event of an alert, in its message attributes', () => {
    const attributes = new Map(Object.entries(formatAlert(finding).attributes));
    expect(messageSubject((name) => attributes.get(name))).toEqual({
      is: 'alert',
      eventKey: eventKeyOf(finding.activity),
    });
  });
});
