import { describe, expect, it } from 'vitest';
import { refusalOfBatch } from './batch-rules.ts';
import type { MessageAttribute, PublishEntry } from './message.ts';
import { MOST_BYTES, refusalOf } from './publish-rules.ts';

const entry = (change: Partial<PublishEntry> = {}): PublishEntry => ({
  id: '1',
  message: 'hello',
  subject: 'subject',
  messageStructure: undefined,
  attributes: new Map(),
  ...change,
});
const json = (message: string) => entry({ message, messageStructure: 'json' });
const attribute = (name: string, value: Partial<MessageAttribute>) =>
  entry({ attributes: new Map([[name, { dataType: 'String', stringValue: 'x', ...value }]]) });

describe('SNS takes', () => {
  it.each([
    ['a plain message', entry()],
    ['no subject', entry({ subject: undefined })],
    ['a subject of 99', entry({ subject: 'x'.repeat(99) })],
    ['a message of the full size', entry({ message: 'x'.repeat(MOST_BYTES) })],
    ['texts by protocol', json('{"default":"a","sms":"b","other":{"default":1}}')],
    ['an attribute', attribute('a.b-c_1', {})],
    ['a list', attribute('a', { dataType: 'String.Array', stringValue: '["x"]' })],
  ])('%s', (_, one) => {
    expect(refusalOf(one)).toBeUndefined();
  });
});

describe('SNS refuses', () => {
  it.each([
    ['a subject of 100', entry({ subject: 'x'.repeat(100) }), /Subject has 100/],
    ['an empty subject', entry({ subject: '' }), /Subject is empty/],
    ['a line break in a subject', entry({ subject: 'a\nBcc: b' }), /line break/],
    ['a control character in a subject', entry({ subject: 'a\u0007' }), /control character/],
    ['a subject that is not ASCII', entry({ subject: 'café' }), /not ASCII/],
    ['a subject that begins with a space', entry({ subject: ' a' }), /begins with/],
    ['an empty message', entry({ message: '' }), /Empty message/],
    ['one byte too many', entry({ message: 'é'.repeat(MOST_BYTES / 2) + 'x' }), /too long/],
    [
      'attributes that make it too long',
      { ...attribute('abcd', {}), message: 'x'.repeat(MOST_BYTES) },
      /too long/,
    ],
    ['JSON that is none', json('{"default":"a"'), /failed to parse/],
    ['JSON that is a list', json('["default"]'), /failed to parse/],
    ['JSON without default', json('{"sms":"a"}'), /No default/],
    ['a default that is no text', json('{"default":{}}'), /No default/],
    ['a key that comes twice', json('{"default":"a","sms":"\\"{","default":"b"}'), /Duplicate/],
    ['another structure', entry({ messageStructure: 'xml' }), /not json/],
    ['a reserved attribute', attribute('AWS.x', {}), /reserved/],
    ['an attribute with a space', attribute('a b', {}), /invalid name/],
    ['an attribute with two periods', attribute('a..b', {}), /period/],
    ['an empty attribute', attribute('a', { stringValue: '' }), /non-empty/],
    ['an attribute of no type', attribute('a', { dataType: 'Text' }), /data type/],
    ['a number that is none', attribute('a', { dataType: 'Number' }), /no number/],
    ['a list that is none', attribute('a', { dataType: 'String.Array' }), /no JSON list/],
  ])('%s', (_, one, reason) => {
    expect(refusalOf(one)).toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringMatching(reason),
    });
  });

  it.each([
    ['no entry', [], 'EmptyBatchRequest'],
    [
      'eleven entries',
      Array.from({ length: 11 }, (_, i) => entry({ id: String(i) })),
      'TooManyEntriesInBatchRequest',
    ],
    ['an ID twice', [entry(), entry()], 'BatchEntryIdsNotDistinct'],
    ['an ID with a space', [entry({ id: 'a b' })], 'InvalidBatchEntryId'],
    [
      'too many bytes together',
      ['1', '2'].map((id) => entry({ id, message: 'x'.repeat(MOST_BYTES / 2 + 1) })),
      'BatchRequestTooLong',
    ],
  ])('a batch with %s', (_, entries, code) => {
    expect(refusalOfBatch(entries)).toMatchObject({ code });
  });
});
