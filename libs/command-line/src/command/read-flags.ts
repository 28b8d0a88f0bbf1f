import { closestMatch } from '@root-activity-monitor/deployment-config';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type * as z from 'zod';
import { UsageError } from './errors.ts';
import { flagInfo } from './flags.ts';

/** Flags by name, each declared with `flag`. */
export type Flags = z.ZodObject;

type Given = Record<string, string | true | readonly string[]>;

/** Whether the user asks how to use the command; that beats everything else on the line. */
export function asksForHelp(argv: readonly string[]): boolean {
  return argv.some((word) => word === '--help' || word === '-h');
}

/**
 * The values of the flags on a command line that has nothing but flags.
 *
 * @throws UsageError in one line that names the flag, its value, and what it must be
 */
export function readFlags<Shape extends Flags>(
  argv: readonly string[],
  flags: Shape,
): z.infer<Shape> {
  const given = readWords(argv, flags);
  refuseCombinations(given, flags);
  const result = flags.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [name = '', index] = issue?.path ?? [];
  const value = given[String(name)];
  const found = Array.isArray(value) && typeof index === 'number' ? value[index] : value;
  const wrong = typeof found === 'string' ? found : '';
  const known = issue?.code === 'invalid_value' ? issue.values.map(String) : [];
  throw new UsageError(
    `--${String(name)} must be ${issue?.message ?? ''}, got "${wrong}"${didYouMean(wrong, known)}`,
  );
}

/** `; did you mean "X"?` for the known word that is like another, or nothing where none is. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = closestMatch(word, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

/** The command line taken apart, each flag as the user wrote it. */
function readWords(argv: readonly string[], flags: Flags): Given {
  const shapes = Object.entries<z.ZodType>(flags.shape);
  const infos = new Map(shapes.map(([name, schema]) => [name, flagInfo(name, schema)]));
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    [...infos].map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const given: Given = {};
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `unexpected argument "${token.value}"; every input has a flag, see --help`,
      );
    }
    if (token.kind === 'option-terminator') continue;
    const { name, rawName, value, inlineValue = false } = token;
    const info = infos.get(name);
    if (info === undefined || rawName !== `--${name}`) {
      const names = [...infos.keys()].map((one) => `--${one}`);
      const meant = didYouMean(`--${name}`, names).replaceAll('"', '');
      throw new UsageError(`unknown flag ${rawName}${meant || '; see --help'}`);
    }
    const before = given[name];
    if (info.value === undefined) {
      if (value !== undefined) throw new UsageError(`--${name} takes no value, got "${value}"`);
      given[name] = true;
    } else if (value === undefined || value === '' || (!inlineValue && isFlag(value))) {
      throw new UsageError(`--${name} needs a value: ${wantedOf(flags, name)}`);
    } else if (info.repeatable) {
      given[name] = [...(Array.isArray(before) ? before : []), value];
    } else if (before === undefined) given[name] = value;
    else throw new UsageError(`--${name} is given twice, as "${String(before)}" and "${value}"`);
  }
  return given;
}

/** `--account --json`: the value was left out, and not meant to be "--json". "-" is stdin. */
const isFlag = (value: string) => value.startsWith('-') && value !== '-';

/** What the value of a flag must be: what its schema says of none. */
function wantedOf(flags: Flags, name: string): string {
  const { error } = flags.safeParse({
    [name]: flagInfo(name, flags.shape[name]).repeatable ? [''] : '',
  });
  return error?.issues.find(({ path }) => path[0] === name)?.message ?? 'some text';
}

function refuseCombinations(given: Given, flags: Flags): void {
  for (const name of Object.keys(given)) {
    const { excludes, needs } = flagInfo(name, flags.shape[name]);
    const excluded = excludes?.flags.find((other) => other !== name && other in given);
    if (excluded !== undefined) {
      throw new UsageError(
        `--${name} and --${excluded} exclude each other: ${excludes?.because ?? ''}`,
      );
    }
    if (needs !== undefined && !(needs.flag in given)) {
      throw new UsageError(`--${name} goes with --${needs.flag}: ${needs.because}`);
    }
  }
}
