import { chaosCommand } from '@root-activity-monitor/chaos';
import { helpText } from '@root-activity-monitor/command-line';
import { e2eCommand } from '@root-activity-monitor/e2e';
import { proveCommand } from '@root-activity-monitor/tools/prove';
import { redriveCommand } from '@root-activity-monitor/tools/redrive';
import { help as simulate } from '@root-activity-monitor/tools/simulate';
import { stormCommand } from '@root-activity-monitor/storm';
import { soakCommand } from '../soak/command.ts';

/** What each program prints for `--help`, by the name of its target. */
export const helps = {
  simulate,
  chaos: helpText(chaosCommand),
  storm: helpText(stormCommand),
  e2e: helpText(e2eCommand),
  redrive: helpText(redriveCommand),
  prove: helpText(proveCommand),
  soak: helpText(soakCommand),
} as const;

/**
 * Nx trims each line that it shows. Before the deep indentation of a continuation line, which nobody
 * copies, this character keeps the columns: it is invisible, and `trim` leaves it.
 */
const zeroWidthSpace = '\u200B';

/**
 * What Nx knows about a program: not its flags, which the program reads itself, but its help, which
 * is all that `nx run tools:<program> --help` shows.
 *
 * @see https://nx.dev/docs/extending-nx/local-executors
 */
export function helpSchema(help: string): Readonly<Record<string, unknown>> {
  const indented = help.replace(/^ {8,}/gm, (blanks) => zeroWidthSpace + blanks.slice(2));
  return {
    $schema: 'https://json-schema.org/schema',
    version: 2,
    outputCapture: 'pipe',
    type: 'object',
    description: indented,
    additionalProperties: true,
    properties: {
      __unparsed__: {
        type: 'array',
        items: { type: 'string' },
        hidden: true,
        $default: { $source: 'unparsed' },
        'x-priority': 'internal',
      },
    },
  };
}

/** The file of a schema, in tools/nx. */
export function schemaFile(program: string): string {
  return `${program}.schema.json`;
}
