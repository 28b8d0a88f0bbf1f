import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { snsPublisher, type OutgoingMessage } from './sns-publisher.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:alerts';

let server: Server;
let client: SNSClient;
let requests: URLSearchParams[];
/** IDs within a batch that SNS refuses. */
let refusedIds: readonly string[];
let status: number;

beforeEach(async () => {
  requests = [];
  refusedIds = [];
  status = 200;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      const failed = refusedIds.map(
        (id) =>
          `<member><Id>${id}</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member>`,
      );
      const body =
        status === 200
          ? `<PublishBatchResponse><PublishBatchResult><Failed>${failed.join('')}</Failed></PublishBatchResult></PublishBatchResponse>`
          : '<ErrorResponse><Error><Type>Sender</Type><Code>KMSAccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
      response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  client = new SNSClient({
    endpoint: `http://127.0.0.1:${String(port)}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const messages = (count: number, text = 'hello'): OutgoingMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `message-${String(index)}`,
    subject: 'A subject',
    message: text,
    attributes: { severity: 'high' },
  }));

const entriesIn = (request: URLSearchParams) =>
  [...request.keys()].filter((key) => /^PublishBatchRequestEntries\.member\.\d+\.Id$/.test(key))
    .length;

describe('publishing', () => {
  test('sends nothing for nothing', async () => {
    expect(await snsPublisher(client)(topic, [])).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('sends at most ten messages a call, with topic, subject and attributes', async () => {
    expect(await snsPublisher(client)(topic, messages(23))).toEqual([]);
    expect(requests.map(entriesIn)).toEqual([10, 10, 3]);
    const [first] = requests;
    expect(first?.get('TopicArn')).toBe(topic);
    expect(first?.get('PublishBatchRequestEntries.member.1.Subject')).toBe('A subject');
    expect(
      first?.get('PublishBatchRequestEntries.member.1.MessageAttributes.entry.1.Value.StringValue'),
    ).toBe('high');
  });

  test('keeps a call within 262,144 bytes', async () => {
    await snsPublisher(client)(topic, messages(4, 'ä'.repeat(60_000)));
    expect(requests.map(entriesIn)).toEqual([2, 2]);
  });

  test('names the messages that SNS refused, and only those', async () => {
    refusedIds = ['1'];
    expect(await snsPublisher(client)(topic, messages(3))).toEqual([
      { id: 'message-1', reason: 'InternalError' },
    ]);
  });

  test('fails all messages of a call that was refused, with the reason', async () => {
    status = 400;
    const failures = await snsPublisher(client)(topic, messages(2));
    expect(failures.map(({ id }) => id)).toEqual(['message-0', 'message-1']);
    expect(failures[0]?.reason).toMatch(/KMSAccessDenied/);
  });

  test('fails all messages when SNS cannot be reached', async () => {
    server.closeAllConnections();
    server.close();
    expect(await snsPublisher(client)(topic, messages(2))).toHaveLength(2);
  });
});
