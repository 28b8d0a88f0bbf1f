import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { escapeForTerminal, type ProgramContext } from '@root-activity-monitor/command-line';
import {
  callAws,
  callerIdentity,
  type Clients,
  requireOutput,
  hubOutputs,
} from '@root-activity-monitor/command-line/aws';
import { parkedQueues, type ParkedEvent, type ParkedQueue } from './parked-event.ts';
import { readQueue, release } from './read-parked.ts';
import { sendAgain } from './send-again.ts';

const outputOf: Readonly<Record<ParkedQueue, string>> = {
  failed: 'FailedNotificationsQueueUrl',
  undelivered: 'UndeliveredEventsQueueUrl',
};

export interface RedriveOptions {
  /** Sends what is parked; otherwise it is only shown. */
  readonly send: boolean;
  /** @default - all */
  readonly queue?: ParkedQueue | undefined;
  /** Of each queue. */
  readonly limit: number;
}

/**
 * Shows what is parked and, with `send`, sends it again. Stops between two events once it is aborted.
 *
 * @returns the exit status: 1 where something stays parked that should not
 * @throws UserError
 */
export async function redrive(
  clients: Clients,
  options: RedriveOptions,
  { write, signal }: Pick<ProgramContext, 'write' | 'signal'>,
): Promise<number> {
  const say = (line: string) => write(escapeForTerminal(line));
  const caller = await callerIdentity(clients);
  say(`account ${caller.account}, ${clients.region}, as ${caller.arn}`);
  const outputs = await hubOutputs(clients);
  const toUrl = requireOutput(outputs, 'NotificationQueueUrl');
  const notification = await queueState(clients, toUrl);
  say(`notification queue: ${notification.count} waiting`);
  const undeliveredMessages = outputs.get('UndeliveredMessagesQueueUrl');
  if (undeliveredMessages !== undefined) {
    const { count } = await queueState(clients, undeliveredMessages);
    if (count > 0)
      say(`alerts that a subscriber did not accept: ${count}; redrive does not resend them`);
  }
  const total = { parked: 0, sent: 0, stuck: 0 };
  for (const queue of options.queue === undefined ? parkedQueues : [options.queue]) {
    const url = requireOutput(outputs, outputOf[queue]);
    say(`${queue}: about ${(await queueState(clients, url)).count} parked`);
    const kept: ParkedEvent[] = [];
    try {
      const source = { queue, url, notificationQueueArn: notification.arn };
      for await (const parked of readQueue(clients, source, options.limit)) {
        for (const event of parked) {
          kept.push(event);
          total.parked += 1;
          for (const line of describeParked(event)) say(line);
          if (!options.send || event.keptBecause !== undefined || signal.aborted) continue;
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
  say(summary(total, options.send));
  return total.stuck > 0 ? 1 : 0;
}

async function queueState({ sqs, endpointUrl }: Clients, url: string) {
  const command = new GetQueueAttributesCommand({
    QueueUrl: url,
    AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
  });
  const purpose = {
    to: 'read the attributes of a queue of the hub',
    needs: 'sqs:GetQueueAttributes',
    endpointUrl,
  };
  const { Attributes } = await callAws(purpose, () => sqs.send(command));
  return {
    arn: Attributes?.['QueueArn'] ?? '',
    count: Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0),
  };
}

function describeParked(event: ParkedEvent): readonly string[] {
  const { eventName, account, region, eventId, sentAt, receiveCount, why, keptBecause } = event;
  return [
    `- ${eventName} in account ${account}, ${region}; event ID ${eventId}`,
    `  first sent ${sentAt?.toISOString() ?? 'at an unknown time'}, received ${receiveCount} times`,
    `  why: ${why}`,
    ...(keptBecause === undefined ? [] : [`  stays: ${keptBecause}`]),
  ];
}

function summary(
  { parked, sent, stuck }: Readonly<Record<'parked' | 'sent' | 'stuck', number>>,
  send: boolean,
): string {
  if (parked === 0) return 'Nothing is parked.';
  if (!send)
    return `${parked} parked, nothing was changed; --send sends them again, once the cause is fixed.`;
  return `${sent} sent again, ${parked - sent} still parked${stuck > 0 ? `, ${stuck} of them by a failure` : ''}.`;
}
