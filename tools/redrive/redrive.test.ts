import {
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { readFlags } from '@root-activity-monitor/command-line';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHubOnMoto, type HubOnMoto } from '../simulate/on-bus/testing/hub-on-moto.ts';
import { whyNoMoto } from '@root-activity-monitor/local-aws/moto';
import { redriveCommand } from './command.ts';
import { redrive } from './redrive.ts';
import { sendAgain } from './send-again.ts';
import { readParked } from './parked-event.ts';

const missing = whyNoMoto();
const body = JSON.stringify(findFixture('root-sign-in')!.envelope);

describe.skipIf(missing !== undefined)(
  `on moto${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let hub: HubOnMoto;
    let url: (name: 'Notification' | 'FailedNotifications' | 'UndeliveredEvents') => string;
    let arn: string;
    beforeAll(async () => {
      hub = await startHubOnMoto();
      url = (name) => hub.outputs.get(`${name}QueueUrl`)!;
      const query = { QueueUrl: url('Notification'), AttributeNames: ['QueueArn' as const] };
      arn = (await hub.clients.sqs.send(new GetQueueAttributesCommand(query))).Attributes![
        'QueueArn'
      ]!;
    }, 60_000);
    afterAll(() => hub.stop());
    beforeEach(async () => {
      for (const name of ['Notification', 'FailedNotifications', 'UndeliveredEvents'] as const) {
        await hub.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: url(name) }));
      }
    });

    const park = (
      name: Parameters<typeof url>[0],
      attributes: Record<string, string> = {},
      MessageBody = body,
    ) =>
      hub.clients.sqs.send(
        new SendMessageCommand({
          QueueUrl: url(name),
          MessageBody,
          MessageAttributes: Object.fromEntries(
            Object.entries(attributes).map(([key, StringValue]) => [
              key,
              { DataType: 'String', StringValue },
            ]),
          ),
        }),
      );
    const count = async (name: Parameters<typeof url>[0]) => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const query = new GetQueueAttributesCommand({ QueueUrl: url(name), AttributeNames });
      return Number((await hub.clients.sqs.send(query)).Attributes!['ApproximateNumberOfMessages']);
    };
    const run = async (...words: string[]) => {
      const lines: string[] = [];
      const signal = new AbortController().signal;
      const status = await redrive(hub.clients, readFlags(words, redriveCommand.flags), {
        write: (line) => lines.push(line),
        signal,
      });
      return { status, text: lines.join('\n') };
    };
    const toNotifications = () => ({
      TARGET_ARN: arn,
      ERROR_CODE: 'NO_PERMISSIONS',
      RETRY_ATTEMPTS: '3',
    });

    it('shows what is parked and why, and changes nothing', async () => {
      await park('FailedNotifications');
      await park('UndeliveredEvents', toNotifications());
      for (let again = 0; again < 2; again += 1) {
        const { status, text } = await run();
        expect(status).toBe(0);
        expect(text).toContain('ConsoleLogin in account');
        expect(text).toContain('why: NO_PERMISSIONS; 3 retries');
        expect(text).toContain('2 parked, nothing was changed');
      }
      expect([await count('FailedNotifications'), await count('UndeliveredEvents')]).toEqual([
        1, 1,
      ]);
      expect(await count('Notification')).toBe(0);
    });

    it('sends all of it, more than one answer of SQS holds, as it was', async () => {
      for (let sent = 0; sent < 12; sent += 1) await park('FailedNotifications');
      await park('UndeliveredEvents', toNotifications());
      const { status, text } = await run('--send');
      expect(status).toBe(0);
      expect(text).toContain('13 sent again, 0 still parked');
      expect(await count('Notification')).toBe(13);
      const QueueUrl = url('Notification');
      const { Messages } = await hub.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
      expect(Messages![0]!.Body).toBe(body);
      expect((await run('--send')).text).toContain('Nothing is parked.');
    });

    it('what had another target stays: the notifier would take it for root activity', async () => {
      await park('UndeliveredEvents', { TARGET_ARN: 'arn:aws:sns:eu-west-1:123456789012:ops' });
      await park('UndeliveredEvents');
      const { text } = await run('--send');
      expect(text).toContain('stays: its target was arn:aws:sns:eu-west-1:123456789012:ops');
      expect(text).toContain('0 sent again, 2 still parked');
      expect([await count('UndeliveredEvents'), await count('Notification')]).toEqual([2, 0]);
    });

    it('--queue and --limit', async () => {
      for (let sent = 0; sent < 3; sent += 1) await park('FailedNotifications');
      await park('UndeliveredEvents', toNotifications());
      expect((await run('--send', '--queue', 'failed', '--limit', '2')).text).toContain(
        '2 sent again',
      );
      expect([await count('FailedNotifications'), await count('UndeliveredEvents')]).toEqual([
        1, 1,
      ]);
    });

    it('what cannot be sent stays parked', async () => {
      await park('FailedNotifications');
      const fromUrl = url('FailedNotifications');
      const { Messages } = await hub.clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl: fromUrl, VisibilityTimeout: 0 }),
      );
      const event = readParked(Messages![0]!, 'failed', arn);
      const problem = await sendAgain(
        hub.clients,
        { fromUrl, toUrl: `${url('Notification')}-gone` },
        event,
      );
      expect(problem).toContain('send it to the notification queue');
      expect(await count('FailedNotifications')).toBe(1);
    });

    it('nothing in a message reaches the terminal as it is', async () => {
      await park('FailedNotifications', {}, body.replaceAll('ConsoleLogin', '\\u001b[2JX\\u202e'));
      const { text } = await run();
      expect(text).toContain('- \ufffd[2JX\ufffd in account');
    });
  },
);

it.each([
  [['--queue', 'dead'], '--queue must be failed or undelivered, got "dead"'],
  [['--limit', '0'], '--limit must be a whole number from 1 to 9999999, got "0"'],
  [['--region', 'Ireland'], '--region must be the name of a Region such as eu-central-1'],
  [['--endpoint-url', 'localhost'], '--endpoint-url must be a URL'],
  [['--sned'], 'unknown flag --sned; did you mean --send?'],
])('%j is wrong usage', (words, why) => {
  expect(() => readFlags(words, redriveCommand.flags)).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(why) }),
  );
});
