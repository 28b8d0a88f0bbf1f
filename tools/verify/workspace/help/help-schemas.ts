import { helpText as chaos } from '@root-activity-monitor/chaos';
import { help as e2e } from '@root-activity-monitor/e2e';
import { help as prove } from '@root-activity-monitor/tools/prove';
import { help as redrive } from '@root-activity-monitor/tools/redrive';
import { help as simulate } from '@root-activity-monitor/tools/simulate';
import { helpText as soak } from '../soak/options.ts';
import { helpText as storm } from '@root-activity-monitor/storm';

/** What each program prints for `--help`, by the name of its target. */
export const helps = { simulate, chaos, storm, e2e, redrive, prove, soak } as const;

/**
 * Nx trims each line that it shows. Before the deep indentation of a second line, which nobody
 * copies, this keeps the columns; it is seen by nobody and is no blank to `trim`.
 */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * What Nx must know of a program: nothing of its flags, which the program reads itself, and its
 * help, which is all that `nx run tools:<program> --help` shows.
 *
 * @see https://nx.dev/docs/extending-nx/local-executors
 */
export function helpSchema(help: string): Readonly<Record<string, unknown>> {
  const indented = help.replace(/^ {8,}/gm, (blanks) => ZERO_WIDTH_SPACE + blanks.slice(2));
  return {
    ...{ $schema: 'https://json-schema.org/schema', version: 2, outputCapture: 'pipe' },
    ...{ type: 'object', description: indented, additionalProperties: true },
    properties: {
      __unparsed__: {
        ...{ type: 'array', items: { type: 'string' }, hidden: true },
        ...{ $default: { $source: 'unparsed' }, 'x-priority': 'internal' },
      },
    },
  };
}

/** The file of a schema, in tools/nx. */
export function schemaFile(program: string): string {
  return `${program}.schema.json`;
}
