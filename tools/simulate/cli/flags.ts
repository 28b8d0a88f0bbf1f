import { UsageError } from '@root-activity-monitor/command-line';
import { parseArgs } from 'node:util';
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
  verbose: { type: 'boolean' },
  bus: { type: 'string' },
  'endpoint-url': { type: 'string' },
  yes: { type: 'boolean' },
  wait: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type FlagName = keyof typeof flags;
const names = Object.keys(flags);

/** What a value must be, for who left it out. */
const wanted: Readonly<Record<string, string>> = {
  account: '1 to 12 digits, such as 123456789012',
  region: 'the name of a Region, such as eu-central-1',
  fixture: 'the name of a fixture, such as root-sign-in; --list shows all',
  event: 'a file, a folder, or - for stdin',
  via: 'a way onto a bus; see --help',
  format: 'mail, sms, chat or json',
  bus: 'the ARN of an event bus',
  'endpoint-url': 'a URL, such as http://localhost:5000',
};

export type FlagValues = ReturnType<typeof parseFlags>;

/**
 * Takes the command line apart: flags with their values, as the user gave them.
 *
 * @throws UsageError for what is no flag, for values that are missing or too many, and for a flag
 * with a value that is there twice
 */
export function parseFlags(argv: readonly string[]) {
  const args = [...argv];
  const { tokens, values } = parseArgs({ args, options: flags, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `unexpected argument "${token.value}"; every input has a flag, see --help`,
      );
    }
    if (token.kind === 'option-terminator') continue;
    const { name, rawName, value } = token;
    if (!names.includes(name)) {
      const suggestion = didYouMean(name, names).replace('mean ', 'mean --');
      throw new UsageError(`unknown flag ${rawName}${suggestion || '; see --help'}`);
    }
    if (wanted[name] === undefined) {
      if (value !== undefined) throw new UsageError(`--${name} takes no value`);
      continue;
    }
    if (value === undefined || (!token.inlineValue && isFlag(value))) {
      throw new UsageError(`--${name} has no value; wanted is ${wanted[name]}`);
    }
    if (value === '') throw new UsageError(`--${name} is ""; wanted is ${wanted[name]}`);
    if (seen.has(name)) throw new UsageError(`--${name} is there twice; give it once`);
    seen.add(name);
  }
  const text = (name: FlagName) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const given = (name: FlagName) => (values[name] === undefined ? undefined : true);
  return {
    account: text('account'),
    region: text('region'),
    fixture: text('fixture'),
    event: text('event'),
    via: text('via'),
    list: given('list'),
    all: given('all'),
    format: text('format'),
    json: given('json'),
    verbose: given('verbose'),
    bus: text('bus'),
    'endpoint-url': text('endpoint-url'),
    yes: given('yes'),
    wait: given('wait'),
    help: given('help'),
  };
}

/** `--account --json`: the value was left out, and not meant to be "--json". */
function isFlag(value: string): boolean {
  return names.includes(value.replace(/^--/, '')) && value.startsWith('--');
}
