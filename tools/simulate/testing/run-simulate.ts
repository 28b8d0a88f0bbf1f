import { readFlags } from '@root-activity-monitor/command-line';
import { createColors } from 'picocolors';
import { flags } from '../cli/flags.ts';
import { run } from '../cli/run.ts';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the simulator in this process, with its output in a pipe. @throws UsageError */
export async function runSimulate(argv: readonly string[], startFolder = '.'): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const program = {
    write: (line: string) => void out.push(`${line}\n`),
    warn: (line: string) => void err.push(`${line}\n`),
    signal: new AbortController().signal,
  };
  const screen = { columns: undefined, colors: createColors(false) };
  const status = await run(readFlags(argv, flags), { program, screen, startFolder });
  return { status, out: out.join(''), err: err.join('') };
}

/** The objects that `--json` writes. */
export const linesOf = ({ out }: Ended) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
