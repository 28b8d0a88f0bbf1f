import { parseArgs } from 'node:util';
import { vias, type Via } from '../trace/result.ts';
import { readBusFlags, type BusFlags } from './bus-flags.ts';
import { UsageError } from './errors.ts';
import { didYouMean } from './nearest.ts';

const flags = {
  account: { type: 'string' },
  region: { type: 'string' },
  fixture: { type: 'string' },
  event: { type: 'string' },
  via: { type: 'string' },
  list: { type: 'boolean' },
  all: { type: 'boolean' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  bus: { type: 'string' },
  'endpoint-url': { type: 'string' },
  yes: { type: 'boolean' },
  wait: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const formats = ['mail', 'chat'] as const;

/** How the message is shown: as a mail client would, or as a chat would. */
export type Format = (typeof formats)[number];

export interface Options {
  /** 12 digits. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly via: Via | undefined;
  readonly json: boolean;
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
  const values = parse(argv);
  return {
    account: values.account === undefined ? undefined : readAccount(values.account),
    region: values.region === undefined ? undefined : readRegion(values.region),
    via: values.via === undefined ? undefined : readVia(values.via),
    json: values.json ?? false,
    format: readFormat(values.format ?? 'mail'),
    bus: readBusFlags(values),
    what: readWhat(values),
  };
}

function parse(argv: readonly string[]) {
  const { tokens } = parseArgs({ args: [...argv], options: flags, strict: false, tokens: true });
  const names = Object.keys(flags);
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `unexpected argument "${token.value}"; every input has a flag, see --help`,
      );
    }
    if (token.kind === 'option' && !names.includes(token.name)) {
      const suggestion = didYouMean(token.name, names).replace('mean ', 'mean --');
      throw new UsageError(`unknown flag ${token.rawName}${suggestion || '; see --help'}`);
    }
  }
  try {
    return parseArgs({ args: [...argv], options: flags, strict: true }).values;
  } catch (cause) {
    const [reason = ''] = cause instanceof Error ? cause.message.split('\n') : [];
    throw new UsageError(reason.replace(/\.? *To specify.*$/, ''), { cause });
  }
}

type Values = ReturnType<typeof parse>;

function readWhat(values: Values): Options['what'] {
  if (values.help) return 'help';
  const chosen = (['list', 'all', 'fixture', 'event'] as const).filter(
    (name) => values[name] !== undefined,
  );
  if (chosen.length > 1) {
    throw new UsageError(`--${chosen.join(' and --')} exclude each other; give one of them`);
  }
  if (values.list) return 'list';
  if (values.all) {
    const changed = (['account', 'region', 'via'] as const).find(
      (name) => values[name] !== undefined,
    );
    if (changed !== undefined) {
      throw new UsageError(
        `--all plays every fixture as it is; --${changed} goes with --fixture or --event`,
      );
    }
    return 'all';
  }
  return values.event === undefined
    ? { fixture: values.fixture ?? DEFAULT_FIXTURE }
    : { event: values.event };
}

/** AWS writes account IDs with 12 digits; people leave out zeros on the left. */
function readAccount(found: string): string {
  if (/^\d{1,12}$/.test(found)) return found.padStart(12, '0');
  throw new UsageError(`--account is "${found}"; 1 to 12 digits are wanted, such as 123456789012`);
}

function readRegion(found: string): string {
  if (/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(found)) return found;
  throw new UsageError(
    `--region is "${found}"; the name of a Region is wanted, such as eu-central-1`,
  );
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
