import { helpText as chaos } from '../chaos/cli/options.ts';
import { help as e2e } from '../e2e/options.ts';
import { help as prove } from '../prove/options.ts';
import { help as redrive } from '../redrive/options.ts';
import { help as simulate } from '../simulate/cli/help.ts';
import { helpText as soak } from '../soak/options.ts';
import { helpText as storm } from '../storm/options.ts';

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

/** The file of a schema, in this folder. */
export function schemaFile(program: string): string {
  return `${program}.schema.json`;
}
