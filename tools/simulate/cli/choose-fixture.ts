import { UsageError } from '@root-activity-monitor/command-line';
import type { Fixture } from '@root-activity-monitor/event-fixtures';
import { alike, nearest } from './nearest.ts';

/** The fixture of that name, or the typical one of that folder. @throws UsageError */
export function chooseFixture(fixtures: readonly Fixture[], name: string): Fixture {
  const found = fixtures.find(
    (fixture) => fixture.name === name || (fixture.folder === name && fixture.typical),
  );
  if (found !== undefined) return found;
  throw new UsageError(
    `--fixture is "${name}"; there is no such fixture, the nearest is ${nearestName(fixtures, name)}; --list shows all`,
  );
}

/** In the folder that the name names, if there is one: a case like it, or else its typical one. */
function nearestName(fixtures: readonly Fixture[], name: string): string {
  const [folder = '', wanted] = name.split('/');
  const cases = fixtures.filter((fixture) => fixture.folder === folder);
  if (wanted === undefined || cases.length === 0) {
    const names = fixtures.flatMap((fixture) => [fixture.folder, fixture.name]);
    return nearest(name, [...new Set(names)]);
  }
  const like = nearest(
    name,
    cases.map((fixture) => fixture.name),
  );
  const typical = cases.find((fixture) => fixture.typical)?.name ?? like;
  return alike(wanted, like.slice(folder.length + 1)) ? like : typical;
}
