import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { parseEntries } from '../input/parse-entries.ts';
import { planEvent } from '../input/plan-event.ts';
import { readSources } from '../input/read-source.ts';
import { simulatedFixture, type Simulated } from '../on-bus/index.ts';
import { chooseFixture } from './choose-fixture.ts';
import type { Selection } from './flags.ts';

/**
 * Events as a real bus gets them; of all fixtures, those that reach the hub.
 *
 * @param startFolder where a relative path begins
 * @throws UsageError
 */
export function simulatedEvents(events: Selection, startFolder: string): readonly Simulated[] {
  switch (events.command) {
    case 'all':
      return loadFixtures()
        .filter(({ expect }) => !('stoppedAt' in expect))
        .map(simulatedFixture);
    case 'fixture':
      return [simulatedFixture(chooseFixture(loadFixtures(), events.name))];
    case 'event':
      return [...readSources(events.path, startFolder)].flatMap((source) => {
        const { entries, problems } = parseEntries(source);
        // Half of a file is no simulation that anybody asked for.
        const [problem] = problems;
        if (problem !== undefined) throw problem;
        return entries.map((entry) => {
          const { envelope } = planEvent(entry, 'simulation', []);
          return { envelope, label: entry.label, alerts: undefined };
        });
      });
  }
}
