import { SNSClient } from '@aws-sdk/client-sns';
import { SnsEndpoint, type PublishRequest } from '@root-activity-monitor/local-aws/sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../ports/services.ts';
import { snsPublisher } from './sns-publisher.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:alerts';

let sns: SnsEndpoint;
let client: SNSClient;
let requests: PublishRequest[];
/** IDs within a batch that SNS refuses. */
let refusedIds: readonly string[];
let isDenied: boolean;

beforeEach(async () => {
  requests = [];
  refusedIds = [];
  isDenied = false;
  sns = new SnsEndpoint({
    refuse: () => (isDenied ? { code: 'KMSAccessDenied', message: 'no' } : undefined),
    refuseEntry: ({ id }) =>
      refusedIds.includes(id) ? { code: 'InternalError', message: 'no' } : undefined,
    onPublish: ({ request }) => requests.push(request),
  });
  client = new SNSClient({
    endpoint: await sns.start(),
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await sns.close();
});

const messages = (count: number, text = 'hello'): OutgoingMessage[] =>
  Array.from({ length: count }, () => ({
    subject: 'A subject',
    message: text,
    attributes: { severity: 'high' },
  }));

const entriesIn = ({ entries }: PublishRequest) => entries.length;

describe('publishing', () => {
  it('sends nothing for nothing', async () => {
    expect(await snsPublisher(client)(topic, [])).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('sends at most ten messages a call, with topic, subject and attributes', async () => {
    expect(await snsPublisher(client)(topic, messages(23))).toEqual(Array(23).fill(undefined));
    expect(requests.map(entriesIn)).toEqual([10, 10, 3]);
    const [first] = requests;
    expect(first?.topicArn).toBe(topic);
    const entry = first?.entries[0];
    expect(entry?.subject).toBe('A subject');
    expect(entry?.attributes.get('severity')?.stringValue).toBe('high');
  });

  it('keeps a call within 262,144 bytes', async () => {
    await snsPublisher(client)(topic, messages(4, 'ä'.repeat(60_000)));
    expect(requests.map(entriesIn)).toEqual([2, 2]);
  });

  it('says of the messages that SNS refused why, and of no others', async () => {
    refusedIds = ['1'];
    expect(await snsPublisher(client)(topic, messages(3))).toEqual([
      undefined,
      'InternalError',
      undefined,
    ]);
  });

  it('fails all messages of a call that was refused, with the reason', async () => {
    isDenied = true;
    const failures = await snsPublisher(client)(topic, messages(2));
    expect(failures).toEqual([
      expect.stringMatching(/KMSAccessDenied/),
      expect.stringMatching(/KMSAccessDenied/),
    ]);
  });

  it('fails all messages when SNS cannot be reached', async () => {
    await sns.close();
    const failures = await snsPublisher(client)(topic, messages(2));
    expect(failures).toEqual([expect.any(String), expect.any(String)]);
  });
});
