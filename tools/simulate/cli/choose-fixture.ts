import { UsageError } from '@root-activity-monitor/command-line';
import { closestMatch } from '@root-activity-monitor/deployment-config';
import type { Fixture } from '@root-activity-monitor/event-fixtures';

/** The fixture of that name, or the typical one of that folder. @throws UsageError */
export function chooseFixture(fixtures: readonly Fixture[], name: string): Fixture {
  const found = fixtures.find(
    (fixture) => fixture.name === name || (fixture.folder === name && fixture.typical),
  );
  if (found !== undefined) return found;
  const meant = likeName(fixtures, name);
  throw new UsageError(
    `--fixture must be the name of a fixture (--list shows all), got "${name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
}

/** In the folder that the name names, if there is one: a case like it, or else its typical one. */
function likeName(fixtures: readonly Fixture[], name: string): string | undefined {
  const [folder = '', wanted] = name.split('/');
  const cases = fixtures.filter((fixture) => fixture.folder === folder);
  if (wanted === undefined || cases.length === 0) {
    return closestMatch(
      name,
      fixtures.flatMap((fixture) => [fixture.folder, fixture.name]),
    );
  }
  const like = closestMatch(
    wanted,
    cases.map((fixture) => fixture.name.slice(folder.length + 1)),
  );
  return like === undefined ? cases.find((fixture) => fixture.typical)?.name : `${folder}/${like}`;
}
