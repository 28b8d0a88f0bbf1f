import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../cli/workspace.ts';
import { edited } from '../testing/edit-template.ts';
import { event, playOne, stoppedAt } from '../testing/events.ts';
import type { Templates } from './organization.ts';

const templates = loadTemplates();
const { rollout } = templates;
const { managementAccountId: management } = rollout;

/** The same deployment where only these Regions are rolled out to. */
function watching(...regions: readonly string[]): Templates {
  return {
    ...templates,
    rollout: {
      ...rollout,
      members: rollout.members.map((spokes) => ({ ...spokes, regions: new Set(regions) })),
      own: rollout.own.filter(({ region }) => regions.includes(region)),
    },
  };
}

const two = watching('eu-west-1', 'us-east-1');
const inRegion = (region: string, account = '444455556666') =>
  event('root-sign-in', { account, region });

describe('root activity', () => {
  it('in a Region that the rollout reaches alerts', async () => {
    expect((await playOne(two, inRegion('us-east-1'))).outcome).toBe('alerted');
  });

  it.each([
    ['a Region that no configuration watches by itself', templates, inRegion('af-south-1')],
    ['a Region that this one leaves out', two, inRegion('us-west-2')],
    ['the hub account, in a Region left out', two, inRegion('us-west-2', templates.hub.account)],
    ['another partition', templates, inRegion('cn-north-1')],
  ])('in %s stops at the forwarding rule, and that is a fault', async (_, given, planned) => {
    const result = await playOne(given, planned);
    expect(stoppedAt(result)).toMatch(
      new RegExp(`^forwarding-rule: Region ${planned.envelope.region} is not watched`),
    );
    expect(result).toMatchObject({ outcome: 'not-forwarded', asDesigned: false, mails: [] });
  });

  it('in the management account needs a stack of its own there', async () => {
    const without = {
      ...templates,
      rollout: { ...rollout, own: rollout.own.filter(({ region }) => region !== 'us-east-1') },
    };
    expect((await playOne(templates, inRegion('us-east-1', management))).outcome).toBe('alerted');
    expect(stoppedAt(await playOne(without, inRegion('us-east-1', management)))).toMatch(
      /^forwarding-rule: .*not watched in the management account/,
    );
    expect((await playOne(without, inRegion('us-east-1'))).outcome).toBe('alerted');
  });

  it('of the management account takes the template of that stack', async () => {
    const disabled = {
      ...templates,
      rollout: {
        ...rollout,
        own: rollout.own.map((spoke) => ({
          ...spoke,
          template: edited(
            { ...templates, rollout: { ...rollout, members: [{ ...spoke, regions: new Set() }] } },
            { in: 'spoke', type: 'AWS::Events::Rule', path: 'State', to: 'DISABLED' },
          ).rollout.members[0]!.template,
        })),
      },
    };
    expect(stoppedAt(await playOne(disabled, inRegion('us-east-1', management)))).toMatch(
      /^forwarding-rule: .*DISABLED/,
    );
  });

  it('is played everywhere where only patterns and detections count', async () => {
    const options = { watchEverywhere: true };
    expect((await playOne(two, inRegion('af-south-1'), options)).outcome).toBe('alerted');
  });
});

describe('what nobody forwards anyway', () => {
  it('in a Region that is not watched is no root activity, and no fault', async () => {
    const result = await playOne(two, event('not-forwarded', { region: 'us-west-2' }));
    expect(stoppedAt(result)).toMatch(/^forwarding-rule: rule .* does not match/);
    expect(result).toMatchObject({ outcome: 'not-forwarded', asDesigned: true });
  });

  it('from outside the organization deploys what it likes, and is refused by the bus', async () => {
    const foreign = { ...inRegion('us-west-2'), via: 'outside-organization' } as const;
    expect(stoppedAt(await playOne(two, foreign))).toMatch(/^central-bus-policy: /);
  });
});

describe('the synthesized rollout', () => {
  it('has the Regions of the StackSet, and a stack of the management account in each', () => {
    const [regions] = rollout.members.map((spokes) => [...spokes.regions].sort());
    expect(regions).toContain('us-east-1');
    expect(rollout.own.map(({ region }) => region).sort()).toEqual(regions);
    expect(new Set(rollout.own.map(({ account }) => account))).toEqual(new Set([management]));
  });
});
