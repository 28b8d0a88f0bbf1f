import type { Command } from './command.ts';
import { helpText } from './help-text.ts';
import { asksForHelp, readFlags, type Flags } from './read-flags.ts';
import { runProgram, type ProgramContext } from './run-program.ts';

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
