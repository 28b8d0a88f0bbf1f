import { UsageError } from '@root-activity-monitor/command-line';
import type { FlagValues } from './flags.ts';

/**
 * Refuses flags that do not go together, so that none is ignored in silence.
 *
 * @throws UsageError that names both
 */
export function refuseContradictions(values: FlagValues): void {
  const given = (names: readonly (keyof FlagValues)[]) =>
    names.filter((name) => values[name] !== undefined);
  const chosen = given(['list', 'all', 'fixture', 'event']);
  if (chosen.length > 1) {
    throw new UsageError(`--${chosen.join(' and --')} exclude each other; give one of them`);
  }
  const [beside] = given(['account', 'region', 'via', 'format', 'verbose', 'wait', 'yes']);
  if (values.list !== undefined && beside !== undefined) {
    throw new UsageError(`--list only shows what can be played; leave out --${beside}`);
  }
  const [changed] = given(['account', 'region', 'via']);
  if (values.all !== undefined && changed !== undefined) {
    throw new UsageError(
      `--all plays every fixture as it is; --${changed} goes with --fixture or --event`,
    );
  }
  const [shown] = given(['format', 'verbose']);
  if (values.all !== undefined && shown !== undefined) {
    throw new UsageError(
      `--all shows a line a fixture and no message; --${shown} goes with --fixture or --event`,
    );
  }
  if (values.json !== undefined && values.format !== undefined) {
    throw new UsageError(
      '--json has the message in the form of every subscription; leave out --format',
    );
  }
}
