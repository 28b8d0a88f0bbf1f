import { ReceiveMessageCommand, type Message } from '@aws-sdk/client-sqs';
import { callAws, type Clients, pause } from '@root-activity-monitor/command-line/aws';
import type { Sending } from './simulation-entry.ts';

export interface AwaitOptions {
  readonly signal: AbortSignal;
  /** Milliseconds from now. */
  readonly deadline: number;
  /** Hears of each alert as it comes. */
  readonly arrived: (sending: Sending, alert: string) => void;
}

/**
 * Reads the queue until there is an alert for each sending, or the deadline has come.
 *
 * @returns the sendings whose alert did not come
 * @throws UserError
 */
export async function awaitAlerts(
  clients: Clients,
  queueUrl: string,
  sendings: readonly Sending[],
  { signal, deadline, arrived }: AwaitOptions,
): Promise<readonly Sending[]> {
  const missing = new Set(sendings);
  const end = Date.now() + deadline;
  while (missing.size > 0 && !signal.aborted && Date.now() < end) {
    const seconds = Math.max(0, Math.min(5, Math.floor((end - Date.now()) / 1000)));
    const messages = await receive(clients, queueUrl, seconds, signal);
    for (const message of messages) {
      const sending = [...missing].find((one) => isAlertOf(message, one));
      if (sending === undefined) continue;
      missing.delete(sending);
      arrived(sending, message.Body ?? '');
    }
    if (messages.length === 0) await pause(200, signal);
  }
  return [...missing];
}

async function receive(
  { sqs, endpointUrl }: Clients,
  queueUrl: string,
  seconds: number,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: seconds,
    MessageAttributeNames: ['All'],
  });
  const purpose = { to: 'read the temporary queue', needs: 'sqs:ReceiveMessage', endpointUrl };
  return await callAws(purpose, async () => {
    const answer = await sqs.send(command, { abortSignal: signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return answer?.Messages ?? [];
  });
}

/** The mail names the event's ID; what has none is known by its account. */
export function isAlertOf(
  { Body = '', MessageAttributes }: Message,
  { eventId, account }: Sending,
): boolean {
  return eventId === undefined
    ? MessageAttributes?.['accountId']?.StringValue === account
    : Body.includes(eventId);
}
