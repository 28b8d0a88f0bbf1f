export { UsageError, UserError } from './command/errors.ts';
export { choice, flag, httpUrl, onOff, text, wholeNumber } from './command/flags.ts';
export { helpText } from './command/help-text.ts';
export { didYouMean, readFlags } from './command/read-flags.ts';
export { runCommand } from './command/run-command.ts';
export type { Command } from './command/run-command.ts';
export { runProgram } from './command/run-program.ts';
export type { ProgramContext } from './command/run-program.ts';
export { escapeForTerminal } from './terminal/escape.ts';
