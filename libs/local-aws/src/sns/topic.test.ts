import { describe, expect, it } from 'vitest';
import type { AcceptedMessage } from './message.ts';
import { passesFilter } from './topic.ts';

const message: AcceptedMessage = {
  id: '1',
  message: '{"default":"{\\"kind\\":\\"a\\"}"}',
  subject: undefined,
  messageStructure: 'json',
  attributes: new Map([['severity', { dataType: 'String', stringValue: 'high' }]]),
  topicArn: 't',
  messageId: 'm',
  at: 0,
};
const passes = (
  filterPolicy: Record<string, unknown> | undefined,
  scope: 'MessageAttributes' | 'MessageBody' = 'MessageAttributes',
) => passesFilter({ protocol: 'email', endpoint: 'a@example.com', filterPolicy, scope }, message);

describe('a filter policy', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ severity: ['critical', 'high'] }, true],
    [{ severity: ['critical'] }, false],
    [{ kind: ['a'] }, false],
    [{ kind: [{ exists: false }] }, true],
  ])('%j', (policy, expected) => {
    expect(passes(policy)).toBe(expected);
  });

  it('may look at the body', () => {
    expect(passes({ kind: ['a'] }, 'MessageBody')).toBe(true);
    expect(passes({ kind: ['b'] }, 'MessageBody')).toBe(false);
  });
});
