import { PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { callAws, type Clients, pause } from '@root-activity-monitor/command-line/aws';
import { batchesOf, entryBytes, LARGEST_ENTRY } from './batches.ts';
import type { Sending } from './simulation-entry.ts';

/** What became of one sending. */
export interface Sent {
  readonly sending: Sending;
  /** Why EventBridge did not take it; undefined where it did. */
  readonly refused: string | undefined;
}

export interface PutOptions {
  readonly signal: AbortSignal;
  readonly warn: (line: string) => void;
  /** Hears of each sending once its fate is known. */
  readonly done?: (sent: Sent) => void;
  /** @default 100 ms: ten requests a second, a fortieth of the lowest quota of any Region */
  readonly betweenRequests?: number;
  /** @default 200 ms, doubled at each try, with jitter */
  readonly firstBackoff?: number;
}

const MOST_TRIES = 6;
const LONGEST_BACKOFF = 5_000;
const temporary = /Throttl|InternalFailure|InternalException|InternalError|ServiceUnavailable/i;

/**
 * Puts simulations on the bus, in order, ten at a time. What EventBridge did not take for a passing
 * reason is sent again; the rest comes back with the reason.
 *
 * @throws UserError where a request as a whole is refused
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export async function putSimulations(
  clients: Clients,
  sendings: readonly Sending[],
  options: PutOptions,
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const batch of batchesOf(sendings)) {
    if (options.signal.aborted) break;
    if (sent.length > 0) await pause(options.betweenRequests ?? 100, options.signal);
    const ofBatch = await putBatch(clients, batch, options);
    for (const one of ofBatch) options.done?.(one);
    sent.push(...ofBatch);
  }
  return sent;
}

async function putBatch(clients: Clients, batch: readonly Sending[], options: PutOptions) {
  const done = new Map<Sending, Sent>();
  let open = batch;
  for (let tries = 1; open.length > 0 && !options.signal.aborted; tries += 1) {
    const results = await put(clients, open);
    const again: Sending[] = [];
    for (const [index, sending] of open.entries()) {
      const refused = reasonOf(results[index]);
      if (refused !== undefined && temporary.test(refused) && tries < MOST_TRIES)
        again.push(sending);
      else done.set(sending, { sending, refused });
    }
    if (again.length > 0) {
      options.warn(`${again.length} of ${open.length} were not taken; sending them again`);
      await pause(backoff(tries, options.firstBackoff ?? 200), options.signal);
    }
    open = again;
  }
  return batch.map((sending) => done.get(sending) ?? { sending, refused: 'interrupted' });
}

async function put(
  { events, endpointUrl }: Clients,
  batch: readonly Sending[],
): Promise<readonly PutEventsResultEntry[]> {
  const [first] = batch;
  if (first !== undefined && entryBytes(first.entry) > LARGEST_ENTRY) {
    return [{ ErrorCode: 'TooLarge', ErrorMessage: 'EventBridge takes at most 1 MB' }];
  }
  const command = new PutEventsCommand({ Entries: batch.map(({ entry }) => entry) });
  const purpose = { to: 'put events on the bus', needs: 'events:PutEvents', endpointUrl };
  const { Entries = [] } = await callAws(purpose, () =>
    events.send(command).catch((error: unknown) => {
      if (!(error instanceof Error && temporary.test(error.name))) throw error;
      const { name: ErrorCode, message: ErrorMessage } = error;
      return { Entries: batch.map(() => ({ ErrorCode, ErrorMessage })) };
    }),
  );
  return Entries;
}

function reasonOf(result: PutEventsResultEntry | undefined): string | undefined {
  if (result?.EventId !== undefined && result.ErrorCode === undefined) return undefined;
  return `${result?.ErrorCode ?? 'no answer'}: ${result?.ErrorMessage ?? ''}`;
}

/** Full jitter, so that several senders do not come back together. */
function backoff(tries: number, first: number): number {
  return Math.random() * Math.min(LONGEST_BACKOFF, first * 2 ** (tries - 1));
}
