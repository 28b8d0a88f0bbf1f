import type { Journal } from '../seed/journal.ts';
import { digestsAddUp } from './digests.ts';
import { everyFailureHasAPlace, nothingLost } from './nothing-lost.ts';
import { oneAlertASession, worstIsAlerted } from './sessions.ts';
import { simulationsSaySo } from './simulations.ts';
import { toldIn } from './told.ts';
import type { Violation } from './violation.ts';

/** All promises that a seed broke. */
export function check(journal: Journal): readonly Violation[] {
  const told = toldIn(journal);
  return [
    nothingLost,
    everyFailureHasAPlace,
    digestsAddUp,
    oneAlertASession,
    worstIsAlerted,
    simulationsSaySo,
  ].flatMap((promise) => promise(journal, told));
}
