import { expectThat } from '../checks/assert.ts';
import { stackText } from '../hub/deployed-stack.ts';
import type { Stage } from '../scenario.ts';
import {
  duty,
  MANAGEMENT_ACCOUNT,
  ONE_MORE_REGION,
  platform,
  REGIONS,
  testConfig,
} from '../context/test-config.ts';
import { checkSpoke } from './check-spoke.ts';
import { CENTRAL_BUS_ARN, deployRollout, rolloutAssembly } from './roll-out.ts';
import { readStackSet } from './stack-set.ts';

const OWN_STACK = 'RootActivityMonitorManagement';

/** Deploys the rollout once more with one more Region, and sees that nothing else changes. */
export async function addRegion(stage: Stage): Promise<void> {
  const { checklist, accounts, organization, workspace } = stage;
  const own = (region: string) => accounts.clients(MANAGEMENT_ACCOUNT, region);
  const stackSet = () =>
    JSON.stringify({ ...readStackSet(rolloutAssembly(stage)), StackInstancesGroup: [] });
  const ownStacks = () =>
    Promise.all(REGIONS.map(async (region) => await stackText(await own(region), OWN_STACK)));

  await checklist.step(`one more Region, ${ONE_MORE_REGION}, changes only that`, async () => {
    const [before, stackSetBefore] = [await ownStacks(), stackSet()];
    const regions = [...REGIONS, ONE_MORE_REGION];
    workspace.configure(testConfig(organization, { operators: [platform, duty], regions }));
    const said = await deployRollout(stage);
    const after = await ownStacks();
    expectThat(before.join() === after.join(), 'the stacks in the other Regions changed');
    for (const region of REGIONS) {
      const line = said
        .split('\n')
        .find((one) => one.includes(`${OWN_STACK}-${region}`) && one.includes('✅'));
      const unchanged = line?.includes('(no changes)') === true;
      expectThat(unchanged, `CDK found changes in ${region}`);
    }
    expectThat(stackSet() === stackSetBefore, 'more than the Regions of the StackSet');
    const where = `${MANAGEMENT_ACCOUNT}, ${ONE_MORE_REGION}`;
    await checkSpoke(await own(ONE_MORE_REGION), where, CENTRAL_BUS_ARN);
    return undefined;
  });
}
