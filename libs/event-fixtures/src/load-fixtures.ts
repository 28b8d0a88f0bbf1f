import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { FixtureError } from './errors.ts';
import { FixtureFileSchema, type Expectation, type Via } from './fixture-schema.ts';

/** A synthetic EventBridge event with what must become of it. */
export interface Fixture {
  /** `folder/case`: the path of its file, without the ending. */
  readonly name: string;
  /** The ID of the detection whose case it is, or `not-forwarded`, or `forged`. */
  readonly folder: string;
  readonly about: string;
  /** Whether it stands for its folder. */
  readonly typical: boolean;
  /** How it reaches a bus; `aws` is CloudTrail, on the default bus of the envelope's account. */
  readonly via: Via;
  readonly expect: Expectation;
  readonly envelope: EventEnvelope;
}

const fixturesFolder = join(import.meta.dirname, '..', 'fixtures');

/**
 * All fixtures, sorted by name, read from disk at each call.
 *
 * @param folder where to look; the fixtures of this package by default
 * @throws {FixtureError} naming file and field when a file is no valid fixture
 */
export function loadFixtures(folder: string = fixturesFolder): readonly Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => readFixture(folder, entry.name, file)),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The fixture called `folder/case`, or the typical one of the folder `name`; undefined when there is none. */
export function findFixture(name: string): Fixture | undefined {
  return loadFixtures().find(
    (fixture) => fixture.name === name || (fixture.typical && fixture.folder === name),
  );
}

function readFixture(root: string, folder: string, file: string): Fixture {
  const path = `${folder}/${file}`;
  const parsed = FixtureFileSchema.safeParse(parse(path, readFileSync(join(root, path), 'utf8')));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw new FixtureError(path, problems.join('; '), { cause: parsed.error });
  }
  const { about, typical, via, expect, envelope } = parsed.data;
  return {
    name: path.slice(0, -'.json'.length),
    folder,
    about,
    typical: typical ?? false,
    via: via ?? 'aws',
    expect,
    envelope,
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FixtureError(path, 'not JSON', { cause });
  }
}
