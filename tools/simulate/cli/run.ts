import { join } from 'node:path';
import type { ProgramContext } from '@root-activity-monitor/command-line';
import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { simulateOnBus } from '../on-bus/index.ts';
import { Simulation, type SimulationOptions } from '../flow/simulation.ts';
import type { Screen } from '../terminal/screen.ts';
import { chooseFixture } from './choose-fixture.ts';
import { taskOf, type Values } from './flags.ts';
import { listFixtures, listFixturesAsJson } from './list-fixtures.ts';
import { Output } from './output.ts';
import { playEvents } from './play-events.ts';
import { planFixture, playAll } from './play-fixtures.ts';
import { playOne } from './play-one.ts';
import { simulatedEvents } from './simulated-events.ts';
import { loadTemplates, workspaceRoot } from './workspace.ts';

export interface CliContext {
  readonly program: ProgramContext;
  readonly screen: Screen;
  /** Where a relative `--event` path begins. */
  readonly startFolder: string;
}

/**
 * Does what the command line says.
 *
 * @returns the exit status
 * @throws UsageError, TemplateError
 */
export async function run(values: Values, context: CliContext): Promise<number> {
  const { account, region, via, json, verbose, wait, yes } = values;
  const { program, screen, startFolder } = context;
  const { write, warn } = program;
  const task = taskOf(values);
  const output = new Output(write, screen, json, values.format);
  const move = { account, region };
  switch (task.command) {
    case 'list':
      if (json) listFixturesAsJson(loadFixtures(), write);
      else listFixtures(loadFixtures(), write, screen);
      return 0;
    case 'bus': {
      const { arn: bus } = task;
      const endpointUrl = values['endpoint-url'];
      const events = simulatedEvents(task.events, startFolder);
      return await simulateOnBus({ bus, endpointUrl, yes, wait, json, move, events }, program);
    }
    case 'all':
      return await playing({ watchEverywhere: true }, program, (simulation) =>
        playAll(simulation, loadFixtures(), output, join(workspaceRoot, 'test-results')),
      );
    case 'fixture': {
      const fixture = chooseFixture(loadFixtures(), task.name);
      const expected = via === undefined || via === fixture.via ? fixture.expect : undefined;
      return await playing({}, program, (simulation) =>
        playOne(simulation, planFixture(fixture, move, via), output, expected),
      );
    }
    case 'event': {
      const { path } = task;
      const wanted = { path, startFolder, via: via ?? 'aws', move, verbose, warn } as const;
      return await playing({}, program, (simulation) => playEvents(simulation, wanted, output));
    }
  }
}

/** Plays on a simulation that ends with it, or when the user interrupts. */
async function playing(
  options: SimulationOptions,
  { signal }: ProgramContext,
  play: (simulation: Simulation) => Promise<number>,
): Promise<number> {
  const simulation = new Simulation(loadTemplates(), options);
  signal.addEventListener('abort', () => void simulation.close());
  try {
    return await play(simulation);
  } finally {
    await simulation.close();
  }
}
