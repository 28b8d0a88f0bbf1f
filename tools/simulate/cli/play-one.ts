import type { Expectation } from '@root-activity-monitor/event-fixtures';
import type { Simulation } from '../flow/simulation.ts';
import type { EventResult, PlannedEvent } from '../trace/result.ts';
import { differences } from './expectation.ts';
import type { Output } from './output.ts';
import { untoldResult } from './untold.ts';

/**
 * Plays one event, showing each stage as it is passed, and the digest that tells of it where it is
 * only counted.
 *
 * @returns the exit status: 1 when it did not end as expected, or by a fault
 */
export async function playOne(
  simulation: Simulation,
  planned: PlannedEvent,
  output: Output,
  expected?: Expectation,
): Promise<number> {
  const { json } = output;
  if (json === undefined) output.heading(planned);
  let asExpected = false;
  const show = (result: EventResult) => {
    const different = expected === undefined ? [] : differences(result, expected);
    asExpected = expected === undefined ? result.asDesigned : different.length === 0;
    if (json !== undefined) {
      const more = { fixture: planned.label, expected, differences: different };
      json.event(result, expected === undefined ? {} : more);
      return;
    }
    output.ending(result);
    // Where nobody watches, the stage says all: the fixture itself expects nothing wrong.
    if (result.outcome === 'not-forwarded' && !result.asDesigned) return;
    for (const difference of different) output.say(`not as the fixture expects: ${difference}`);
  };
  const listener = json === undefined ? output.stage.bind(output) : undefined;
  await simulation.playOn([simulation.send(planned, listener)], (told) => {
    switch (told.kind) {
      case 'event':
        return show(told.result);
      case 'digest':
        asExpected &&= told.digest.told;
        if (json !== undefined) return json.digest(told.digest);
        return output.digest(told.digest);
      case 'untold':
        asExpected = false;
        for (const result of told.results) {
          const untold = untoldResult(result, told.why);
          if (json !== undefined) json.untold(result, untold);
          else output.ending(untold);
        }
    }
  });
  return asExpected ? 0 : 1;
}
