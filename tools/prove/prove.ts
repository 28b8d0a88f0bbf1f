import { escapeForTerminal } from '@root-activity-monitor/command-line';
import {
  notChecked,
  type Check,
  type Outcome,
  type ProveContext,
  type Verdict,
} from './checks/check.ts';
import type { Row } from './rows.ts';

/** A row and its outcome. */
export interface Proof extends Outcome {
  readonly row: string;
  readonly what: string;
}

/** Checks one row after the other, until it is aborted. An error of AWS leaves its row unchecked. */
export async function* prove(
  rows: readonly Row[],
  checks: Readonly<Record<string, Check>>,
  context: ProveContext,
): AsyncGenerator<Proof> {
  for (const { id, what, byHand } of rows) {
    if (context.signal.aborted) return;
    const check = checks[id];
    const outcome =
      check === undefined
        ? notChecked(`only a person can check it: ${byHand}`)
        : await check(context).catch((error: unknown) =>
            notChecked(
              `AWS did not answer: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
            ),
          );
    yield { row: id, what, ...(context.real ? outcome : ofEmulator(outcome)) };
  }
}

/** An emulator proves nothing about AWS; what it refutes is a defect here. */
function ofEmulator(outcome: Outcome): Outcome {
  return outcome.verdict === 'proven'
    ? notChecked(`an emulator answers: ${outcome.found}`, outcome.done)
    : outcome;
}

/** The exit status. */
export function exitStatus(proofs: readonly Proof[]): number {
  if (proofs.some(({ verdict }) => verdict === 'refuted')) return 1;
  return proofs.every(({ verdict }) => verdict === 'proven') ? 0 : 3;
}

/** A row for people. */
export function proofText({ row, what, done, found, verdict }: Proof): string {
  const mark = { proven: '✓', refuted: '✗', 'not checked': '-' }[verdict];
  return [
    `${mark} ${row.padEnd(3)} ${verdict.padEnd(11)}  ${escapeForTerminal(what)}`,
    `                   done:  ${escapeForTerminal(done)}`,
    `                   found: ${escapeForTerminal(found)}`,
  ].join('\n');
}

/** How many rows have each verdict. */
export function countsText(proofs: readonly Proof[]): string {
  const count = (verdict: Verdict) => proofs.filter((one) => one.verdict === verdict).length;
  return `\n${count('proven')} proven, ${count('refuted')} refuted, ${count('not checked')} not checked`;
}
