import { escapeForTerminal } from '@root-activity-monitor/command-line';
import { escapeJson } from '../terminal/escape-json.ts';
import { type Clients, requireOutput, hubOutputs } from '@root-activity-monitor/command-line/aws';
import { putSimulations } from './put-simulations.ts';
import type { Sending } from './simulation-entry.ts';
import { awaitAlerts } from './await-alerts.ts';
import { subscribeTemporaryQueue } from './temporary-queue.ts';

export interface Report {
  readonly json: boolean;
  readonly write: (line: string) => void;
  readonly warn: (line: string) => void;
}

export interface ConfirmOptions {
  readonly wait: boolean;
  readonly waitSeconds: number;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** What is known about one simulation at the end. */
type Fate = 'sent' | 'refused' | 'alerted' | 'no alert';

/**
 * Sends, and waits for the alerts where that is wanted.
 *
 * @returns the exit status
 * @throws UserError
 */
export async function sendAndConfirm(
  clients: Clients,
  sendings: readonly Sending[],
  options: ConfirmOptions,
): Promise<number> {
  const { report, signal } = options;
  const topicArn = options.wait
    ? requireOutput(await hubOutputs(clients), 'AlertTopicArn')
    : undefined;
  // Subscribed before anything is sent, or a quick alert would be missed.
  const queue =
    topicArn === undefined ? undefined : await subscribeTemporaryQueue(clients, topicArn);
  try {
    const sent = await putSimulations(clients, sendings, {
      signal,
      warn: report.warn,
      done: ({ sending, refused }) =>
        show(report, sending, refused === undefined ? 'sent' : 'refused', refused),
    });
    const taken = sent.filter(({ refused }) => refused === undefined).map(({ sending }) => sending);
    const allTaken = taken.length === sendings.length;
    if (queue === undefined || signal.aborted) return allTaken ? 0 : 1;

    const expected = taken.filter(({ alerts }) => alerts !== false);
    report.warn(
      `waiting at most ${options.waitSeconds} s for ${expected.length} of ${taken.length} to come out of the alert topic`,
    );
    const started = Date.now();
    const missing = await awaitAlerts(clients, queue.url, expected, {
      signal,
      deadline: options.waitSeconds * 1000,
      arrived: (sending) => show(report, sending, 'alerted', undefined, Date.now() - started),
    });
    if (signal.aborted) return 1;
    for (const sending of missing) show(report, sending, 'no alert');
    if (missing.length > 0) report.warn(whatNow);
    return allTaken && missing.length === 0 ? 0 : 1;
  } finally {
    for (const left of (await queue?.remove()) ?? []) report.warn(left);
  }
}

const whatNow = [
  'What may be the matter:',
  '  - the account was simulated a short while ago, so that this was counted for the digest of that root session: leave out --account, or wait for "quietMinutes"',
  '  - the severity is below "alertAtOnceFrom" of the deployment, so that it only comes with a digest',
  '  - the notifier failed: "npx nx run tools:redrive" shows what is parked and why, its log group what it decided',
].join('\n');

function show(
  { json, write }: Report,
  { label, account, eventId }: Sending,
  fate: Fate,
  reason?: string,
  milliseconds?: number,
): void {
  if (json) {
    write(
      escapeJson(
        JSON.stringify({
          simulation: label,
          account,
          eventId: eventId ?? null,
          fate,
          ...(reason !== undefined && { reason }),
          ...(milliseconds !== undefined && { milliseconds }),
        }),
      ),
    );
    return;
  }
  const good = fate === 'sent' || fate === 'alerted';
  const time = milliseconds === undefined ? '' : ` (${(milliseconds / 1000).toFixed(1)} s)`;
  const why = reason === undefined ? '' : `: ${reason}`;
  write(
    escapeForTerminal(`${good ? '✓' : '✗'} ${fate}  ${label}, account ${account}${time}${why}`),
  );
}
