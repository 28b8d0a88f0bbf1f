import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import {
  callAws,
  callerIdentity,
  type Clients,
  requireOutput,
  hubOutputs,
} from '@root-activity-monitor/command-line/aws';
import { harmless } from '../simulate/terminal/harmless.ts';
import type { RedriveOptions } from './options.ts';
import type { ParkedEvent, ParkedQueue } from './parked-event.ts';
import { readQueue, release } from './read-parked.ts';
import { sendAgain } from './send-again.ts';

const outputOf: Readonly<Record<ParkedQueue, string>> = {
  failed: 'FailedNotificationsQueueUrl',
  undelivered: 'UndeliveredEventsQueueUrl',
};

export interface RedriveSurroundings {
  readonly write: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Shows what is parked and, with `send`, puts it through again.
 *
 * @returns the exit status: 1 where something stays parked that should not
 * @throws UserError
 */
export async function redrive(
  clients: Clients,
  options: RedriveOptions,
  { write, signal }: RedriveSurroundings,
): Promise<number> {
  const say = (line: string) => write(harmless(line));
  const caller = await callerIdentity(clients);
  say(`account ${caller.account}, ${clients.region}, as ${caller.arn}`);
  const outputs = await hubOutputs(clients);
  const toUrl = requireOutput(outputs, 'NotificationQueueUrl');
  const notification = await lookAt(clients, toUrl);
  say(`notification queue: ${notification.count} waiting`);
  const undeliveredMessages = outputs.get('UndeliveredMessagesQueueUrl');
  if (undeliveredMessages !== undefined) {
    const { count } = await lookAt(clients, undeliveredMessages);
    if (count > 0)
      say(`alerts that a subscriber did not take: ${count}; they are not sent again from here`);
  }
  const total = { parked: 0, sent: 0, stuck: 0 };
  for (const queue of options.queues) {
    const url = requireOutput(outputs, outputOf[queue]);
    say(`${queue}: about ${(await lookAt(clients, url)).count} parked`);
    const kept: ParkedEvent[] = [];
    try {
      const source = { queue, url, notificationQueueArn: notification.arn };
      for await (const parked of readQueue(clients, source, options.limit)) {
        for (const event of parked) {
          kept.push(event);
          total.parked += 1;
          for (const line of linesOf(event)) say(line);
          if (!options.send || event.notOurs !== undefined || signal.aborted) continue;
          const problem = await sendAgain(clients, { fromUrl: url, toUrl }, event);
          say(problem === undefined ? '  ✓ sent again' : `  ✗ ${problem}`);
          if (problem === undefined) kept.pop();
          total[problem === undefined ? 'sent' : 'stuck'] += 1;
        }
        if (signal.aborted) break;
      }
    } finally {
      await release(clients, url, kept);
    }
  }
  say(endOf(total, options.send));
  if (signal.aborted) return 130;
  return total.stuck > 0 ? 1 : 0;
}

async function lookAt({ sqs, endpointUrl }: Clients, url: string) {
  const command = new GetQueueAttributesCommand({
    QueueUrl: url,
    AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
  });
  const purpose = {
    to: 'look at a queue of the hub',
    needs: 'sqs:GetQueueAttributes',
    endpointUrl,
  };
  const { Attributes } = await callAws(purpose, () => sqs.send(command));
  return {
    arn: Attributes?.['QueueArn'] ?? '',
    count: Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0),
  };
}

function linesOf(event: ParkedEvent): readonly string[] {
  const { eventName, account, region, eventId, sentAt, receiveCount, why, notOurs } = event;
  return [
    `- ${eventName} in account ${account}, ${region}; event ID ${eventId}`,
    `  first sent ${sentAt?.toISOString() ?? 'at an unknown time'}, received ${receiveCount} times`,
    `  why: ${why}`,
    ...(notOurs === undefined ? [] : [`  stays: ${notOurs}`]),
  ];
}

function endOf(
  { parked, sent, stuck }: Readonly<Record<'parked' | 'sent' | 'stuck', number>>,
  send: boolean,
): string {
  if (parked === 0) return 'Nothing is parked.';
  if (!send)
    return `${parked} parked, nothing was changed; --send sends them again, once the cause is mended.`;
  return `${sent} sent again, ${parked - sent} still parked${stuck > 0 ? `, ${stuck} of them by a failure` : ''}.`;
}
