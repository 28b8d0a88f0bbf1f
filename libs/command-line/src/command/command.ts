import type * as z from 'zod';
import type { Flags } from './read-flags.ts';
import type { ErrorClass, ProgramContext } from './run-program.ts';

/** A command that has flags and nothing else on its command line. */
export interface Command<Shape extends Flags> {
  /** Starts every error message, as "redrive". */
  readonly name: string;
  /** What to type, as "npx nx run tools:redrive". */
  readonly usage: string;
  /** What it does, in one paragraph; help wraps it. */
  readonly about: string;
  /** Each declared with `flag`, in the order of the help; `--help` comes by itself. */
  readonly flags: Shape;
  /** What help says below the flags, as it is: examples, and every exit status. */
  readonly notes: string;
  /** Errors of other libraries whose message says what to do, as `UserError`'s does. */
  readonly expectedErrors?: readonly ErrorClass[];
  /** @returns the exit status: 0 as expected, 1 not */
  readonly run: (values: z.infer<Shape>, context: ProgramContext) => number | Promise<number>;
}
