import type * as z from 'zod';
import { helpText } from './help-text.ts';
import { asksForHelp, readFlags, type Flags } from './read-flags.ts';
import { runProgram, type ErrorClass, type ProgramContext } from './run-program.ts';

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

/**
 * Runs a command in this process and sets its exit status: that of `run`; 1 for a `UserError`, 2 for
 * wrong usage, each with its message on stderr and no stack trace.
 *
 * @param argv without the interpreter and the script
 */
export async function runCommand<Shape extends Flags>(
  command: Command<Shape>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  await runProgram(command, (context) => performCommand(command, argv, context));
}

/**
 * Runs a command, or prints its help.
 *
 * @returns the exit status
 * @throws UsageError, and what `run` throws
 */
export async function performCommand<Shape extends Flags>(
  command: Command<Shape>,
  argv: readonly string[],
  context: ProgramContext,
): Promise<number> {
  if (!asksForHelp(argv)) return await command.run(readFlags(argv, command.flags), context);
  context.write(helpText(command));
  return 0;
}
