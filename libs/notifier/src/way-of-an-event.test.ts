import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const steps = readme.match(/^\d+\. .*$/gm) ?? [];

/** The files that the README sends an event through, in order, each where it comes first. */
const files = [
  ...new Set(steps.flatMap((step) => [...step.matchAll(/`([\w/-]+\.ts)`/g)].map(([, f]) => f!))),
];

const importsOf = (file: string) =>
  [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(
    ([, imported = '']) =>
      relative(import.meta.dirname, resolve(import.meta.dirname, file, '..', imported)),
  );

it('the README tells the way of an event in ten steps', () => {
  expect(steps).toHaveLength(10);
});

it('an event passes at most fifteen files, all of which exist', () => {
  expect(files.length).toBeLessThanOrEqual(15);
  expect(files.filter((file) => !existsSync(join(import.meta.dirname, file)))).toEqual([]);
});

it('each hop of it goes forward: no file imports one that the event has passed', () => {
  const back = files.flatMap((file, index) =>
    importsOf(file)
      .filter((imported) => files.slice(0, index).includes(imported))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(back).toEqual([]);
});

it('the steps of a batch are the ones that the README names, in its order', () => {
  const batch = readFileSync(join(import.meta.dirname, 'notify-batch.ts'), 'utf8');
  const calls = ['readBatch(', 'map(detect)', 'routeFindings(', 'deliver(', 'log.handled('];
  const places = calls.map((call) => batch.lastIndexOf(call));
  expect(places).not.toContain(-1);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
});
