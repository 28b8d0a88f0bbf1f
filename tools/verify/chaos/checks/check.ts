import type { Journal } from '../journal/journal.ts';
import { digestsAddUp } from './digests.ts';
import { everyFailureHasAPlace, nothingLost } from './nothing-lost.ts';
import { oneAlertASession } from './one-alert-a-session.ts';
import { simulationsSaySo } from './simulations.ts';
import { observe } from './observed.ts';
import { worstIsAlerted } from './worst-is-alerted.ts';
import type { Violation } from './violation.ts';

/** All promises that a seed broke. */
export function check(journal: Journal): readonly Violation[] {
  const told = observe(journal);
  return [
    nothingLost,
    everyFailureHasAPlace,
    digestsAddUp,
    oneAlertASession,
    worstIsAlerted,
    simulationsSaySo,
  ].flatMap((promise) => promise(journal, told));
}
