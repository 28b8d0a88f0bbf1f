import { DeploymentConfigError } from '@root-activity-monitor/deployment-config';
import { escapeForTerminal } from '../terminal/escape.ts';
import { UsageError, UserError } from './errors.ts';

export type ErrorClass = abstract new (...parameters: never[]) => Error;

/** What a program is given by its process. */
export interface ProgramContext {
  /** A line of what was asked for: stdout. */
  readonly write: (line: string) => void;
  /** A line about how it goes: stderr. */
  readonly warn: (line: string) => void;
  /**
   * Aborted by Ctrl-C and by SIGTERM. A program that asks for it must then end by itself, within
   * ten seconds; one that never asks is ended at once.
   */
  readonly signal: AbortSignal;
}

const maxMillisecondsToEnd = 10_000;

/**
 * Runs `main` and sets the exit status of this process: what `main` returns; 1 for a `UserError` or
 * an error that is expected, 2 for a `UsageError`, with the message on stderr; 130 or 143 after a
 * signal. Any other error is a defect and shows its stack trace.
 */
export async function runProgram(
  {
    name,
    expectedErrors = [],
  }: { readonly name: string; readonly expectedErrors?: readonly ErrorClass[] },
  main: (context: ProgramContext) => number | Promise<number>,
): Promise<void> {
  const interruption = interruptible();
  // Whoever reads the output may stop reading: `| head` is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interruption.end(0);
  });
  const warn = (line: string) =>
    void process.stderr.write(`${escapeForTerminal(line, { keepLines: true })}\n`);
  try {
    const status = await main({
      write: (line) => void process.stdout.write(`${line}\n`),
      warn,
      get signal() {
        return interruption.signal();
      },
    });
    process.exitCode = interruption.status() ?? status;
  } catch (error) {
    process.exitCode = interruption.status() ?? statusOf(error, expectedErrors);
    if (interruption.status() !== undefined) return;
    if (!(error instanceof Error) || process.exitCode === undefined) throw error;
    warn(`${name}: ${error.message}`);
  } finally {
    interruption.done();
  }
}

/** Undefined for a defect. */
function statusOf(error: unknown, expected: readonly ErrorClass[]): 1 | 2 | undefined {
  if (error instanceof UsageError) return 2;
  const known = [UserError, DeploymentConfigError, ...expected];
  return known.some((one) => error instanceof one) ? 1 : undefined;
}

/** Takes signals over from Node as soon as somebody asks for the abort signal. */
function interruptible() {
  const controller = new AbortController();
  let status: number | undefined;
  let asked = false;
  const end = (newStatus: number) => {
    // Where nothing listens there is nothing to wait for; the second time, nobody wants to wait.
    if (!asked || status !== undefined) process.exit(newStatus);
    status = newStatus;
    setTimeout(() => process.exit(newStatus), maxMillisecondsToEnd).unref();
    controller.abort();
  };
  const endings = { SIGINT: () => end(130), SIGTERM: () => end(143) };
  return {
    end,
    signal: (): AbortSignal => {
      if (!asked) process.on('SIGINT', endings.SIGINT).on('SIGTERM', endings.SIGTERM);
      asked = true;
      return controller.signal;
    },
    status: () => status,
    done: () => void process.off('SIGINT', endings.SIGINT).off('SIGTERM', endings.SIGTERM),
  };
}
