import type { ProgramContext } from '@root-activity-monitor/command-line';
import type { Fixture } from '@root-activity-monitor/event-fixtures';
import { escapeJson } from '../terminal/escape-json.ts';
import type { Screen } from '../terminal/screen.ts';
import { wrapLine } from '../terminal/wrap.ts';

/** What can be simulated, by folder; the typical fixture of a folder is marked. */
export function listFixtures(
  fixtures: readonly Fixture[],
  write: ProgramContext['write'],
  { columns, colors }: Screen,
): void {
  for (const [folder, cases] of byFolder(fixtures)) {
    write(colors.bold(folder));
    for (const { name, about, typical } of cases) {
      write(`  ${name}${typical ? colors.dim(' (typical)') : ''}`);
      const lines = columns === undefined ? [about] : wrapLine(about, columns - 6);
      for (const line of lines) write(`      ${line}`);
    }
  }
  write('');
  write(`${fixtures.length} fixtures; play one with --fixture NAME, all with --all`);
}

/** The same for programs: one JSON object a fixture. */
export function listFixturesAsJson(
  fixtures: readonly Fixture[],
  write: ProgramContext['write'],
): void {
  for (const { name, folder, about, expect } of fixtures) {
    write(escapeJson(JSON.stringify({ name, folder, about, expect })));
  }
}

function byFolder(fixtures: readonly Fixture[]): ReadonlyMap<string, readonly Fixture[]> {
  const grouped = new Map<string, Fixture[]>();
  for (const fixture of fixtures) {
    grouped.set(fixture.folder, [...(grouped.get(fixture.folder) ?? []), fixture]);
  }
  return grouped;
}
