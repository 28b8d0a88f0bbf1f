import { UsageError } from '@root-activity-monitor/command-line';
import { FlagError, readFlags } from '../command-line/read-flags.ts';
import { parkedQueues, type ParkedQueue } from './parked-event.ts';

export interface RedriveOptions {
  readonly help: boolean;
  /** Sends what is parked; otherwise it is only shown. */
  readonly send: boolean;
  readonly queues: readonly ParkedQueue[];
  /** Of each queue. */
  readonly limit: number;
  readonly region: string | undefined;
  readonly endpointUrl: string | undefined;
}

/** What `--help` prints. */
export const help = `Shows what is parked in the hub's dead-letter queues and why, and sends it
through again.

  npx nx run tools:redrive          shows it; nothing is changed
  npx nx run tools:redrive --send   sends it into the notification queue again

  --send              sends what is shown; without it, nothing is changed
  --queue NAME        only failed (the notifier failed on it)
                      or undelivered (a rule could not deliver it)
  --limit N           at most so many of each queue; 1000 by default
  --region NAME       the hub's home Region; by default that of
                      deployment.jsonc, or AWS_REGION
  --endpoint-url URL  an AWS emulator
  --help              this text

It needs credentials of the hub account. It may be run as often as one likes:
an event that was alerted before is known by its ID and is not alerted again.

Exit status: 0 done, 1 something stayed parked that should not have, or AWS
refused, 2 wrong usage.`;

/** @throws UsageError that names the flag, what was found and what is wanted */
export function readOptions(argv: readonly string[]): RedriveOptions {
  const values = parse(argv);
  const queue = parkedQueues.find((name) => name === values.queue);
  if (values.queue !== undefined && queue === undefined) {
    throw new UsageError(`--queue is "${values.queue}"; ${parkedQueues.join(' or ')} is wanted`);
  }
  const limit = values.limit ?? '1000';
  if (!/^[1-9]\d{0,6}$/.test(limit)) {
    throw new UsageError(`--limit is "${limit}"; a number from 1 on is wanted`);
  }
  const endpointUrl = values['endpoint-url'];
  if (endpointUrl !== undefined && !URL.canParse(endpointUrl)) {
    throw new UsageError(
      `--endpoint-url is "${endpointUrl}"; a URL is wanted, such as http://localhost:5000`,
    );
  }
  return {
    help: values.help ?? false,
    send: values.send ?? false,
    queues: queue === undefined ? parkedQueues : [queue],
    limit: Number(limit),
    region: values.region,
    endpointUrl,
  };
}

function parse(argv: readonly string[]) {
  try {
    return readFlags(argv, {
      send: { type: 'boolean' },
      queue: { type: 'string' },
      limit: { type: 'string' },
      region: { type: 'string' },
      'endpoint-url': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
  } catch (cause) {
    if (!(cause instanceof FlagError)) throw cause;
    throw new UsageError(cause.message, { cause });
  }
}
