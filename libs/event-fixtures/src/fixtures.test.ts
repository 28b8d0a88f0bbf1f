import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import { describe, expect, it } from 'vitest';
import { loadFixtures } from './index.ts';

const fixtures = loadFixtures();
const duplicates = (values: readonly unknown[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the fixtures', () => {
  it('are at least one hundred and ten', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(110);
  });

  it('have exactly one typical case a folder', () => {
    for (const folder of new Set(fixtures.map((fixture) => fixture.folder))) {
      const typical = fixtures.filter((fixture) => fixture.folder === folder && fixture.typical);
      expect(typical, folder).toHaveLength(1);
    }
  });

  it('tell cases apart by what they say about themselves', () => {
    expect(duplicates(fixtures.map((fixture) => fixture.about))).toEqual([]);
  });

  it('have IDs of their own', () => {
    const ids = fixtures.map((fixture) => fixture.envelope.id);
    const eventIds = fixtures
      .map((fixture) => fixture.envelope.detail['eventID'])
      .filter((id) => id !== undefined);
    expect(duplicates([...ids, ...eventIds])).toEqual([]);
    for (const id of [...ids, ...eventIds]) expect(id).toMatch(uuid);
  });

  const contents = (name: string) =>
    readFileSync(join(import.meta.dirname, '..', 'fixtures', `${name}.json`), 'utf8');

  it('come out of the loader as they are on disk', () => {
    for (const { name, envelope } of fixtures)
      expect(envelope, name).toEqual(JSON.parse(contents(name)).envelope);
  });

  it('hide nothing from who reads the file: printable ASCII only, the rest as escapes', () => {
    for (const { name } of fixtures) expect(contents(name), name).toMatch(/^[\n -~]+$/);
  });
});

describe('the expectations', () => {
  it('name the detection whose folder they are in, or the stage that stops them', () => {
    for (const { name, folder, expect: expected } of fixtures) {
      if ('detection' in expected) expect(expected.detection, name).toBe(folder);
      else expect(['not-forwarded', 'forged'], name).toContain(folder);
      if (expected.outcome === 'not-forwarded') expect(expected.stoppedAt).toBe('forwarding-rule');
    }
  });

  it('record what is only information, and alert everything else', () => {
    for (const { name, expect: expected } of fixtures) {
      if (!('severity' in expected)) continue;
      expect(expected.outcome === 'recorded', name).toBe(expected.severity === 'info');
      expect(expected.outcome === 'degraded', name).toBe(
        expected.detection === 'unrecognized-root-event',
      );
    }
  });

  it('mark replays and simulations by the way they come', () => {
    for (const { name, via, envelope, expect: expected } of fixtures) {
      expect(via === 'replay', name).toBe('replay-name' in envelope);
      if (via === 'simulation') expect(envelope.source, name).toBe(SIMULATION_SOURCE);
      if (envelope.source === SIMULATION_SOURCE && via !== 'simulation')
        expect(expected, name).toHaveProperty('stoppedAt');
    }
  });
});
