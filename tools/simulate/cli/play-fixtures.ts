import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixture } from '@root-activity-monitor/event-fixtures';
import type { Simulation } from '../flow/simulation.ts';
import { asSimulation } from '../input/as-simulation.ts';
import { moveEvent, type Move } from '../input/move-event.ts';
import type { EventResult, PlannedEvent, Via } from '../trace/result.ts';
import { differences } from './expectation.ts';
import type { Output } from './output.ts';

/** A fixture on its way in, moved where the user wants it. */
export function planFixture(
  fixture: Fixture,
  move: Move = {},
  via: Via = fixture.via,
): PlannedEvent {
  const envelope = moveEvent(fixture.envelope, move);
  return {
    envelope: via === 'simulation' ? asSimulation(envelope) : envelope,
    via,
    label: fixture.name,
  };
}

/**
 * Plays every fixture, each in a batch of its own, against its expectation.
 *
 * @returns the exit status: 1 when any differs
 */
export async function playAll(
  simulation: Simulation,
  fixtures: readonly Fixture[],
  output: Output,
  resultsFolder: string,
): Promise<number> {
  let failed = 0;
  for (const fixture of fixtures) {
    await simulation.forget();
    const [result] = await simulation.play([planFixture(fixture)]);
    const different = result === undefined ? ['no result'] : differences(result, fixture.expect);
    if (different.length > 0) failed += 1;
    report(fixture, result, different, output);
  }
  const counts = {
    numTotalTests: fixtures.length,
    numPassedTests: fixtures.length - failed,
    numFailedTests: failed,
  };
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, 'simulate.json'), `${JSON.stringify(counts)}\n`);
  if (output.json === undefined)
    output.say(`${fixtures.length - failed} fixtures as expected, ${failed} not`);
  return failed === 0 ? 0 : 1;
}

function report(
  fixture: Fixture,
  result: EventResult | undefined,
  different: readonly string[],
  output: Output,
): void {
  if (output.json !== undefined) {
    const more = { fixture: fixture.name, expected: fixture.expect, differences: different };
    if (result !== undefined) output.json.alone(result, more);
    return;
  }
  const verdict = [result?.outcome, result?.detection, result?.severity].filter(Boolean).join(', ');
  output.say(`${different.length === 0 ? '✓' : '✗'} ${fixture.name}: ${verdict}`);
  for (const difference of different) output.say(`    ${difference}`);
  const stopped = different.length === 0 ? undefined : result?.stages.find(({ passed }) => !passed);
  if (stopped !== undefined) output.say(`    ${stopped.name}: ${stopped.reason}`);
}
