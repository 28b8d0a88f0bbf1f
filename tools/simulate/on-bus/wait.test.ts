import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ListSubscriptionsByTopicCommand, PublishCommand } from '@aws-sdk/client-sns';
import { ListQueuesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoMoto } from '@root-activity-monitor/local-aws/moto';
import { BUS_ARN } from './testing/sendings.ts';
import { startHubOnMoto, type HubOnMoto } from './testing/hub-on-moto.ts';

const missing = whyNoMoto();
const tools = join(import.meta.dirname, '..', '..');

describe.skipIf(missing !== undefined)(
  `--wait on moto${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let hub: HubOnMoto;
    beforeAll(async () => (hub = await startHubOnMoto()));
    afterAll(() => hub.stop());

    const simulate = (...words: string[]) => {
      const args = [
        'simulate/simulate.mjs',
        '--bus',
        BUS_ARN,
        '--yes',
        '--endpoint-url',
        hub.url,
        ...words,
      ];
      const child = spawn(process.execPath, args, {
        cwd: tools,
        env: {
          PATH: process.env['PATH'],
          AWS_ACCESS_KEY_ID: 'testing',
          AWS_SECRET_ACCESS_KEY: 'testing',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      child.stdout.on('data', (data) => (said += String(data)));
      child.stderr.on('data', (data) => (said += String(data)));
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      return { child, ended, said: () => said };
    };

    /** What a run made and has not removed. */
    const left = async () => {
      const { sqs, sns } = hub.clients;
      const TopicArn = hub.outputs.get('AlertTopicArn');
      const { QueueUrls = [] } = await sqs.send(
        new ListQueuesCommand({ QueueNamePrefix: 'root-activity-sim' }),
      );
      const { Subscriptions = [] } = await sns.send(
        new ListSubscriptionsByTopicCommand({ TopicArn }),
      );
      return QueueUrls.length + Subscriptions.length;
    };

    const until = async (holds: () => Promise<boolean>) => {
      for (let tries = 0; tries < 1000; tries += 1) {
        if (await holds()) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('it did not come to that');
    };

    /** What the notifier would do, for one event that is about `account`. */
    const publishAlert = async () => {
      const { sqs, sns } = hub.clients;
      const QueueUrl = hub.outputs.get('NotificationQueueUrl');
      let body: string | undefined;
      await until(async () => {
        const { Messages } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }),
        );
        body = Messages?.[0]?.Body;
        return body !== undefined;
      });
      const { eventID }: { eventID: string } = JSON.parse(body!).detail;
      const simulated = (StringValue: string) => ({
        simulated: { DataType: 'String', StringValue },
      });
      const TopicArn = hub.outputs.get('AlertTopicArn');
      const publish = (Message: string, value: string) =>
        sns.send(new PublishCommand({ TopicArn, Message, MessageAttributes: simulated(value) }));
      await publish(`of another simulation`, 'true');
      await publish(`event ID ${eventID}`, 'true');
    };

    test('ends with 0 once the alert is out, and leaves nothing behind', async () => {
      const run = simulate('--wait');
      await publishAlert();
      expect(await run.ended, run.said()).toBe(0);
      expect(run.said()).toContain('✓ alerted  root-sign-in/');
      expect(await left()).toBe(0);
    });

    test.each([
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)('%s while it waits: queue and subscription are removed', async (signal, status) => {
      const run = simulate('--wait');
      await until(async () => run.said().includes('waiting at most'));
      expect(await left()).toBe(2);
      run.child.kill(signal);
      expect(await run.ended, run.said()).toBe(status);
      expect(await left()).toBe(0);
    });
  },
);
