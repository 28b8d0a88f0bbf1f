import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from './checks/check.ts';
import { loadDeployedHub } from './hub/deployed-hub.ts';
import { TestBed } from './hub/test-bed.ts';
import { runSeed } from './seed/run-seed.ts';
import { bundleWith, type Mutation } from './testing/mutated-bundle.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function siteOf(mutation?: Mutation): Promise<TestBed> {
  const bundle = await bundleWith(mutation);
  cleanups.push(() => rmSync(bundle, { recursive: true }));
  const site = new TestBed(loadDeployedHub({ bundle }));
  cleanups.push(() => site.close());
  await site.start();
  return site;
}

const firstSeeds: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

/** The promises broken by the first seed that breaks any. */
async function brokenBy(mutation: Mutation, seeds = firstSeeds): Promise<readonly string[]> {
  const site = await siteOf(mutation);
  for (const seed of seeds) {
    const broken = check(await runSeed(seed, site)).map(({ promise }) => promise);
    if (broken.length > 0) return broken;
  }
  return [];
}

describe('the harness', { timeout: 180_000 }, () => {
  it('finds nothing in the notifier as it is, and plays a seed the same way again', async () => {
    const site = await siteOf();
    const first = await runSeed(5, site);
    expect(check(first)).toEqual([]);
    const told = ({ invocations, mails, parked }: typeof first) =>
      JSON.stringify([
        invocations.map(({ faults, log, messages, number, at }) => [
          number,
          at,
          messages,
          faults,
          log,
        ]),
        mails.map(({ at, entry, invocation }) => [at, entry.subject, invocation]),
        parked,
      ]);
    expect(told(await runSeed(5, site))).toBe(told(first));
  });

  it('loses events when they are marked as alerted before they are published', async () => {
    const broken = await brokenBy({
      file: 'delivery/deliver.ts',
      from: 'await publish(toPeople, alertTopicArn, toMail, services);',
      to: 'const early = sendings.map((one) => ({ ...one, mailed: true }));\nawait confirmOrRelease(early, services);\nawait publish(toPeople, alertTopicArn, toMail, services);',
    });
    expect(broken).toContain('no event is lost');
  });

  it('loses events when the batch response names no failed items', async () => {
    const broken = await brokenBy({
      file: 'handler.ts',
      from: 'failed.map((itemIdentifier) => ({ itemIdentifier }))',
      to: 'failed.slice(0, 0)',
    });
    expect(broken).toContain('no event is lost');
  });

  it('loses events when a failed publish is not tried again', async () => {
    const broken = await brokenBy({
      file: 'adapters/sns-publisher.ts',
      from: 'return batch.map(() => reason);',
      to: 'return batch.map(() => (reason === undefined ? reason : undefined));',
    });
    expect(broken).toContain('no event is lost');
  });

  it('finds an event that is only counted though the alert that it waited for never came', async () => {
    const mutation = {
      file: 'adapters/session-writes.ts',
      from: "joined.claimedEvent === eventKey ? 'held' : 'covered'",
      to: "joined.claimedEvent === eventKey ? 'covered' : 'covered'",
    };
    // Rare: it takes two copies of one event at a time, and a failure of the one that alerts.
    const broken = await brokenBy(mutation, [66, 126, 147, 177, 200]);
    expect(broken).toContain('what is more severe than its session has shown alerts at once');
  });
});
