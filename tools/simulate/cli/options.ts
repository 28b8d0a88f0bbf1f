import { UsageError } from '@root-activity-monitor/command-line';
import { formats, type Format } from '../terminal/message-frame.ts';
import { vias, type Via } from '../trace/result.ts';
import { readBusFlags, type BusFlags } from './bus-flags.ts';
import { refuseContradictions } from './contradictions.ts';
import { parseFlags, type FlagValues } from './flags.ts';
import { didYouMean } from './nearest.ts';
import { readRegion } from './region-flag.ts';

export interface Options {
  /** 12 digits. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly via: Via | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly format: Format;
  /** A deployed hub to play on; undefined plays here. */
  readonly bus: BusFlags | undefined;
  /** What to do: show help or the list, or play all fixtures, one, or events of the user's own. */
  readonly what:
    'help' | 'list' | 'all' | { readonly fixture: string } | { readonly event: string };
}

const DEFAULT_FIXTURE = 'root-sign-in';

/**
 * Reads the command line.
 *
 * @throws UsageError that names the flag, what was found and what is wanted
 */
export function readOptions(argv: readonly string[]): Options {
  const values = parseFlags(argv);
  if (!values.help) refuseContradictions(values);
  return {
    account: values.account === undefined ? undefined : readAccount(values.account),
    region: values.region === undefined ? undefined : readRegion(values.region),
    via: values.via === undefined ? undefined : readVia(values.via),
    json: values.json ?? false,
    verbose: values.verbose ?? false,
    format: readFormat(values.format ?? 'mail'),
    bus: readBusFlags(values),
    what: readWhat(values),
  };
}

function readWhat(values: FlagValues): Options['what'] {
  if (values.help) return 'help';
  if (values.list) return 'list';
  if (values.all) return 'all';
  return values.event === undefined
    ? { fixture: values.fixture ?? DEFAULT_FIXTURE }
    : { event: values.event };
}

/** AWS writes account IDs with 12 digits; people leave out zeros on the left. */
function readAccount(found: string): string {
  if (/^\d{1,12}$/.test(found)) return found.padStart(12, '0');
  throw new UsageError(`--account is "${found}"; 1 to 12 digits are wanted, such as 123456789012`);
}

function readVia(found: string): Via {
  const via = vias.find((one) => one === found);
  if (via !== undefined) return via;
  throw new UsageError(
    `--via is "${found}"; one of ${vias.join(', ')} is wanted${didYouMean(found, vias)}`,
  );
}

function readFormat(found: string): Format {
  const format = formats.find((one) => one === found);
  if (format !== undefined) return format;
  throw new UsageError(`--format is "${found}"; one of ${formats.join(', ')} is wanted`);
}
