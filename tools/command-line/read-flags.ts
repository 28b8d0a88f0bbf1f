import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from '@root-activity-monitor/command-line';
import { didYouMean } from '../simulate/cli/nearest.ts';

/**
 * The values of the flags on a command line.
 *
 * @throws UsageError that names an unknown flag with the nearest known one, a word that belongs to
 * no flag, or a flag that lacks its value or has one too many
 */
export function readFlags<const Flags extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Flags,
) {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `unexpected argument "${token.value}"; every input has a flag, see --help`,
      );
    }
    if (token.kind !== 'option') continue;
    const known = options[token.name];
    if (known === undefined) {
      const names = Object.keys(options);
      const meant = didYouMean(token.name, names).replace('mean ', 'mean --');
      throw new UsageError(`unknown flag ${token.rawName}${meant || '; see --help'}`);
    }
    checkValue(token, known.type);
    if (seen.has(token.name)) throw new UsageError(`${token.rawName} is given twice`);
    seen.add(token.name);
  }
  return parseArgs({ args: [...argv], options, strict: true }).values;
}

interface GivenFlag {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkValue(
  { rawName, value, inlineValue = false }: GivenFlag,
  type: 'string' | 'boolean',
): void {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value, but is "${value}"`);
    return;
  }
  // Node takes the next flag for a value, and refuses that only later, in words of its own.
  if (value === undefined || (!inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value, see --help`);
  }
}
