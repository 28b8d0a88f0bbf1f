import { describe, expect, it } from 'vitest';
import { deliveriesOf } from './delivery.ts';
import type { AcceptedMessage } from './message.ts';
import { payloadFor } from './notification.ts';
import { sizeOfTextMessage } from './text-message.ts';
import type { Subscription } from './topic.ts';

const message: AcceptedMessage = {
  id: '1',
  message: JSON.stringify({ default: 'the mail', sms: 'the text' }),
  subject: 'Subject',
  messageStructure: 'json',
  attributes: new Map([['severity', { dataType: 'String', stringValue: 'high' }]]),
  topicArn: 'arn:aws:sns:eu-west-1:123456789012:alerts',
  messageId: 'm-1',
  at: 0,
};
const time = Date.parse('2026-11-02T09:14:33Z');
const to = (protocol: string, more: Partial<Subscription> = {}): Subscription => ({
  ...{ protocol, endpoint: `${protocol} endpoint`, filterPolicy: undefined },
  ...{ scope: 'MessageAttributes', raw: false },
  ...more,
});
const payload = (protocol: string, raw = false) => payloadFor(message, { protocol, raw }, time);

describe('every subscription', () => {
  it('is told or left out by its own filter policy, whatever its protocol', () => {
    const wanted = (...severity: string[]) => ({ filterPolicy: { severity } });
    const deliveries = deliveriesOf(
      [
        to('email', wanted('critical')),
        to('https', wanted('critical', 'high')),
        to('sqs'),
        to('lambda', { filterPolicy: { kind: ['x'] }, scope: 'MessageBody' }),
        to('sms', { filterPolicy: { team: ['blue'] } }),
      ],
      message,
    );
    expect(deliveries.map(({ told, reason }) => [told, reason])).toEqual([
      [false, 'its filter policy wants severity critical, not high'],
      [true, undefined],
      [true, undefined],
      [false, 'its filter policy does not match the body'],
      [false, 'its filter policy wants team blue, not none'],
    ]);
  });
});

describe('what is delivered', () => {
  it('to people is text: the own one of the protocol, or the default', () => {
    expect([payload('email'), payload('sms')]).toEqual(['the mail', 'the text']);
  });

  it.each(['https', 'http', 'sqs', 'email-json', 'firehose'])(
    'to %s is a notification with attributes',
    (protocol) => {
      expect(JSON.parse(payload(protocol))).toMatchObject({
        Type: 'Notification',
        MessageId: 'm-1',
        TopicArn: message.topicArn,
        Subject: 'Subject',
        Message: 'the mail',
        Timestamp: '2026-11-02T09:14:33.000Z',
        SignatureVersion: '1',
        SigningCertURL: expect.stringMatching(/^https:\/\/sns\.eu-west-1\.amazonaws\.com\//),
        MessageAttributes: { severity: { Type: 'String', Value: 'high' } },
      });
    },
  );

  it('raw is the text alone', () => {
    expect(payload('sqs', true)).toBe('the mail');
  });

  it('to a function is the event of SNS', () => {
    expect(JSON.parse(payload('lambda'))).toMatchObject({
      Records: [{ EventSource: 'aws:sns', Sns: { Message: 'the mail', Subject: 'Subject' } }],
    });
  });
});

describe('a text message', () => {
  it.each([
    ['x'.repeat(160), 160, 1, 'GSM 03.38'],
    ['x'.repeat(161), 161, 2, 'GSM 03.38'],
    ['[x]', 5, 1, 'GSM 03.38'],
    ['é'.repeat(10), 10, 1, 'GSM 03.38'],
    ['x`', 2, 1, 'UCS-2'],
    ['日'.repeat(71), 71, 2, 'UCS-2'],
  ])('%s', (text, length, parts, alphabet) => {
    expect(sizeOfTextMessage(text)).toEqual({ length, parts, alphabet });
  });
});
