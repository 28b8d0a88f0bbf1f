import type { Expectation } from '@root-activity-monitor/event-fixtures';
import type { Simulation } from '../road/simulation.ts';
import type { PlannedEvent } from '../trace/result.ts';
import { differences } from './expectation.ts';
import type { Output } from './output.ts';

/**
 * Plays one event, showing each stage as it is passed.
 *
 * @returns the exit status: 1 when it did not end as expected, or by a fault
 */
export async function playOne(
  simulation: Simulation,
  planned: PlannedEvent,
  output: Output,
  expected?: Expectation,
): Promise<number> {
  if (!output.json) output.heading(planned);
  const [result] = await simulation.play(
    [planned],
    output.json ? undefined : (stage) => output.stage(stage),
  );
  if (result === undefined) return 1;
  const different = expected === undefined ? [] : differences(result, expected);
  const more =
    expected === undefined ? {} : { fixture: planned.label, expected, differences: different };
  if (output.json) output.jsonLine(result, more);
  else {
    output.ending(result);
    for (const difference of different) output.say(`not as the fixture expects: ${difference}`);
  }
  const asExpected = expected === undefined ? result.asDesigned : different.length === 0;
  return asExpected ? 0 : 1;
}
