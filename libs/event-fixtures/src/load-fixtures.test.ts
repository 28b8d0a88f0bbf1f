import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFixture, FixtureError, loadFixtures } from './index.ts';

describe('findFixture', () => {
  it('finds a fixture by its name', () => {
    expect(findFixture('root-sign-in/passkey')).toMatchObject({
      name: 'root-sign-in/passkey',
      folder: 'root-sign-in',
      typical: false,
      via: 'aws',
      expect: { outcome: 'alerted', severity: 'high' },
    });
  });

  it('finds the typical case by the name of its folder', () => {
    expect(findFixture('root-access-key-created')).toMatchObject({ typical: true });
  });

  it('finds nothing under any other name', () => {
    expect(findFixture('root-sign')).toBeUndefined();
  });
});

describe('loadFixtures', () => {
  const good = {
    about: 'A root sign-in.',
    expect: { forwarded: true, outcome: 'alerted', detection: 'root-sign-in', severity: 'high' },
    envelope: { ...findFixture('root-sign-in')!.envelope },
  };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
    mkdirSync(join(folder, 'root-sign-in'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (contents: string) => {
    writeFileSync(join(folder, 'root-sign-in', 'one.json'), contents);
    return () => loadFixtures(folder);
  };

  it('reads a file below its folder', () => {
    expect(load(JSON.stringify(good))()).toMatchObject([{ name: 'root-sign-in/one' }]);
  });

  it('names a file that is no JSON', () => {
    const broken = load('{');
    expect(broken).toThrow(FixtureError);
    expect(broken).toThrow('fixture root-sign-in/one.json: not JSON');
  });

  it.each([
    [{ ...good, expect: { ...good.expect, severity: 'urgent' } }, 'expect.severity'],
    [{ ...good, expect: { forwarded: true, outcome: 'alerted' } }, 'expect.detection'],
    [{ ...good, expect: { forwarded: false, outcome: 'not-forwarded' } }, 'expect.stoppedAt'],
    [{ ...good, typical: false }, 'typical'],
    [{ ...good, via: 'pigeon' }, 'via'],
    [{ ...good, about: 'no sentence' }, 'about'],
    [{ ...good, envelope: { ...good.envelope, detail: null } }, 'envelope.detail'],
    [{ ...good, note: 'x' }, 'note'],
  ])('names the field that is wrong (case %#)', (contents, field) => {
    const broken = load(JSON.stringify(contents));
    expect(broken).toThrow('root-sign-in/one.json');
    expect(broken).toThrow(field);
  });
});
