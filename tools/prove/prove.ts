import { harmless } from '../simulate/terminal/harmless.ts';
import { notChecked, type Check, type Outcome, type Surroundings } from './check.ts';
import type { Row } from './rows.ts';

/** A row and what became of it. */
export interface Proof extends Outcome {
  readonly row: string;
  readonly what: string;
}

/** Checks rows one after the other; what AWS refuses leaves its row unchecked. */
export async function* prove(
  rows: readonly Row[],
  checks: Readonly<Record<string, Check>>,
  around: Surroundings,
): AsyncGenerator<Proof> {
  for (const { id, what, byHand } of rows) {
    const check = checks[id];
    const outcome =
      check === undefined
        ? notChecked(`only people can see it: ${byHand}`)
        : await check(around).catch((error: unknown) =>
            notChecked(
              `AWS did not answer: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
            ),
          );
    yield { row: id, what, ...(around.real ? outcome : ofEmulator(outcome)) };
  }
}

/** What an emulator does proves nothing of AWS; what it refutes is a defect of ours. */
function ofEmulator(outcome: Outcome): Outcome {
  return outcome.verdict === 'proven'
    ? notChecked(`an emulator answers: ${outcome.found}`, outcome.done)
    : outcome;
}

/** The exit status. */
export function statusOf(proofs: readonly Proof[]): number {
  if (proofs.some(({ verdict }) => verdict === 'refuted')) return 1;
  return proofs.every(({ verdict }) => verdict === 'proven') ? 0 : 3;
}

/** A row for people. */
export function proofText({ row, what, done, found, verdict }: Proof): string {
  const mark = { proven: '✓', refuted: '✗', 'not checked': '-' }[verdict];
  return [
    `${mark} ${row.padEnd(3)} ${verdict.padEnd(11)}  ${harmless(what)}`,
    `                   done:  ${harmless(done)}`,
    `                   found: ${harmless(found)}`,
  ].join('\n');
}
