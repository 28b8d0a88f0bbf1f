import { join } from 'node:path';
import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { Simulation } from '../road/simulation.ts';
import type { Screen } from '../terminal/screen.ts';
import { chooseFixture } from './choose-fixture.ts';
import { help } from './help.ts';
import { listFixtures, listFixturesAsJson } from './list-fixtures.ts';
import type { Options } from './options.ts';
import { Output, type Write } from './output.ts';
import { playOnBus } from './play-on-bus.ts';
import { playEvents } from './play-events.ts';
import { planFixture, playAll } from './play-fixtures.ts';
import { playOne } from './play-one.ts';
import { loadTemplates, workspaceRoot } from './workspace.ts';

export interface Surroundings {
  readonly write: Write;
  readonly warn: Write;
  readonly screen: Screen;
  /** Where a relative `--event` path begins. */
  readonly startFolder: string;
  /** Hears of what runs, to end it when the user interrupts. */
  readonly started: (running: { close(): Promise<void> }) => void;
}

/**
 * Does what the command line says.
 *
 * @returns the exit status
 * @throws UsageError, InputError (both wrong use), TemplateError
 */
export async function run(options: Options, around: Surroundings): Promise<number> {
  const { what, via, account, region } = options;
  const { write, warn, screen, startFolder } = around;
  if (what === 'help') {
    write(help.trimEnd());
    return 0;
  }
  if (what === 'list') {
    if (options.json) listFixturesAsJson(loadFixtures(), write);
    else listFixtures(loadFixtures(), write, screen);
    return 0;
  }
  const output = new Output(write, screen, options.json, options.format);
  const move = { account, region };
  const fixtures = what === 'all' || 'fixture' in what ? loadFixtures() : [];
  const fixture =
    what !== 'all' && 'fixture' in what ? chooseFixture(fixtures, what.fixture) : undefined;
  if (options.bus !== undefined) {
    const own = what !== 'all' && 'event' in what ? { path: what.event, startFolder } : fixtures;
    const wanted = { bus: options.bus, json: options.json, move, play: fixture ?? own };
    return await playOnBus(wanted, around);
  }
  const templates = loadTemplates();
  const simulation = new Simulation(templates, { watchEverywhere: what === 'all' });
  around.started(simulation);
  try {
    if (fixture !== undefined) {
      const expected = via === undefined || via === fixture.via ? fixture.expect : undefined;
      return await playOne(simulation, planFixture(fixture, move, via), output, expected);
    }
    if (what !== 'all' && 'event' in what) {
      const wanted = {
        path: what.event,
        startFolder,
        via: via ?? 'aws',
        move,
        verbose: options.verbose,
        warn,
      };
      return await playEvents(simulation, templates, wanted, output);
    }
    return await playAll(simulation, fixtures, output, join(workspaceRoot, 'test-results'));
  } finally {
    await simulation.close();
  }
}
