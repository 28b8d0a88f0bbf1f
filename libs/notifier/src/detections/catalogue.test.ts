import { readdirSync } from 'node:fs';
import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../activity/read-activity.ts';
import { moreSevere } from '@root-activity-monitor/event-schema';
import { catalogue } from './catalogue.ts';

const catchAlls = new Set(['root-call-denied', 'root-write', 'root-read']);

describe('the order of detections', () => {
  it.each(
    loadFixtures()
      .filter((fixture) => fixture.expect.forwarded)
      .map((fixture) => [fixture.name, fixture] as const),
  )('%s: no later detection that matches is more severe', (_, { envelope }) => {
    const activity = readActivity(envelope, 'message-1');
    const [winner, ...later] = catalogue.filter((detection) => detection.matches(activity));
    const stronger = later.filter(
      (detection) =>
        winner !== undefined &&
        !catchAlls.has(detection.id) &&
        moreSevere(detection.severity(activity), winner.severity(activity)),
    );
    expect(stronger.map(({ id }) => id)).toEqual([]);
  });

  it('ends with the catch-alls', () => {
    expect(new Set(catalogue.slice(-catchAlls.size).map(({ id }) => id))).toEqual(catchAlls);
  });
});

/** Tests of what several detections use. */
const shared = new Set([
  'catalogue.test.ts',
  'monitor-parts.test.ts',
  'texts-sign-in.test.ts',
  'texts.test.ts',
  'trail-changes.test.ts',
]);

describe('every detection', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => /^[a-z-]+\.test\.ts$/.test(file) && !shared.has(file))
    .map((file) => file.replace('.test.ts', ''));

  it('is in the catalogue once, under the name of its file, with a test beside it', () => {
    expect(catalogue.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it.each(catalogue.map(({ id, ...detection }) => [id, detection] as const))(
    '%s names the AWS page it rests on and the techniques it can be part of',
    (_, { reference, techniques }) => {
      expect(reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w/-]+\/[\w-]+\.html$/);
      for (const technique of techniques) expect(technique).toMatch(/^T\d{4}(\.(\d{3}|A\d{3}))?$/);
    },
  );

  it.each(catalogue.map((detection) => [detection.id, detection] as const))(
    '%s has the severities that it names, the most severe first, on its fixtures',
    (id, detection) => {
      const fixtures = loadFixtures().filter(
        ({ expect: expected }) => 'detection' in expected && expected.detection === id,
      );
      expect(fixtures.length).toBeGreaterThan(0);
      for (const { envelope } of fixtures) {
        expect(detection.severities).toContain(detection.severity(readActivity(envelope, 'm')));
      }
      const ordered = detection.severities.toSorted((a, b) => (moreSevere(a, b) ? -1 : 1));
      expect(detection.severities).toEqual(ordered);
    },
  );
});
