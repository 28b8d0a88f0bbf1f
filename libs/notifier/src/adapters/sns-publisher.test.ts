import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../ports/services.ts';
import { snsPublisher } from './sns-publisher.ts';

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
    endpoint: `http://127.0.0.1:${port}`,
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
  Array.from({ length: count }, () => ({
    subject: 'A subject',
    message: text,
    attributes: { severity: 'high' },
  }));

const entriesIn = (request: URLSearchParams) =>
  [...request.keys()].filter((key) => /^PublishBatchRequestEntries\.member\.\d+\.Id$/.test(key))
    .length;

describe('publishing', () => {
  it('sends nothing for nothing', async () => {
    expect(await snsPublisher(client)(topic, [])).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('sends at most ten messages a call, with topic, subject and attributes', async () => {
    expect(await snsPublisher(client)(topic, messages(23))).toEqual(Array(23).fill(undefined));
    expect(requests.map(entriesIn)).toEqual([10, 10, 3]);
    const [first] = requests;
    expect(first?.get('TopicArn')).toBe(topic);
    expect(first?.get('PublishBatchRequestEntries.member.1.Subject')).toBe('A subject');
    expect(
      first?.get('PublishBatchRequestEntries.member.1.MessageAttributes.entry.1.Value.StringValue'),
    ).toBe('high');
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
    status = 400;
    const failures = await snsPublisher(client)(topic, messages(2));
    expect(failures).toEqual([
      expect.stringMatching(/KMSAccessDenied/),
      expect.stringMatching(/KMSAccessDenied/),
    ]);
  });

  it('fails all messages when SNS cannot be reached', async () => {
    server.closeAllConnections();
    server.close();
    const failures = await snsPublisher(client)(topic, messages(2));
    expect(failures).toEqual([expect.any(String), expect.any(String)]);
  });
});
