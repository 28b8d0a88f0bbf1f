import { createInterface } from 'node:readline/promises';
import { UsageError } from '@root-activity-monitor/command-line';

export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/**
 * Asks a question that only "y" or "yes" answers with yes.
 *
 * @throws UsageError where there is nobody to ask
 */
export async function askUser(
  question: string,
  signal: AbortSignal,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<boolean> {
  if (input.isTTY !== true) {
    throw new UsageError('There is no terminal to ask on; give --yes to go on without a question.');
  }
  const lines = createInterface({ input, output });
  // On a terminal readline keeps Ctrl-C to itself.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // Who ends the input (Ctrl-D) answers nothing.
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
