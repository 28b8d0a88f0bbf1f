import { describe, expect, it } from 'vitest';
import { DeploymentConfigSchema } from '@root-activity-monitor/deployment-config';
import { realConfig } from '@root-activity-monitor/deployment-config/testing/real-config';
import { checkHubWatched } from './check-hub-watched.ts';

const hub = '000000000001';

/** The hub account in security tooling, which is in security, which is below the root. */
const parents = new Map([
  [hub, 'ou-a1b2-tooling1'],
  ['ou-a1b2-tooling1', 'ou-a1b2-security'],
  ['ou-a1b2-security', 'r-a1b2'],
]);

function check(organizationalUnits: readonly string[], added = {}) {
  const asked: string[] = [];
  const config = DeploymentConfigSchema.parse(realConfig({ organizationalUnits, ...added }));
  const outcome = checkHubWatched(config, async (id) => {
    asked.push(id);
    return parents.get(id);
  });
  return { outcome, asked };
}

describe('the hub account is watched', () => {
  it.each([
    ['by its own unit', ['ou-a1b2-workload', 'ou-a1b2-tooling1']],
    ['by a unit further up', ['ou-a1b2-security']],
  ])('%s', async (_, units) => {
    await expect(check(units).outcome).resolves.toBeUndefined();
  });

  it.each([
    ['the whole organization', [], {}],
    ['the root', ['r-a1b2'], {}],
    [
      'a hub in the management account, which has stacks of its own',
      ['ou-a1b2-workload'],
      { hubAccountId: '000000000000' },
    ],
  ])('without a question: %s', async (_, units, added) => {
    const { outcome, asked } = check(units, added);
    await expect(outcome).resolves.toBeUndefined();
    expect(asked).toEqual([]);
  });
});

it('units that leave it out are refused, with where it is', async () => {
  await expect(check(['ou-a1b2-workload']).outcome).rejects.toThrow(
    'found ou-a1b2-workload; wanted also one that contains 000000000001 ("hubAccountId"), which is in ou-a1b2-tooling1, in ou-a1b2-security, in r-a1b2',
  );
});

it('where Organizations does not answer, it is a warning that says what to do', async () => {
  const config = DeploymentConfigSchema.parse(
    realConfig({ organizationalUnits: ['ou-a1b2-workload'] }),
  );
  const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
  const doubt = await checkHubWatched(config, () => Promise.reject(denied));
  expect(doubt).toContain('organizations:ListParents: AccessDeniedException');
  expect(doubt).toContain('nobody watches its root user');
});
