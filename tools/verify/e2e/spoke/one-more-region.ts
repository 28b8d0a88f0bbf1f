import { assert } from '../checks/assert.ts';
import { stackText } from '../hub/deployed-stack.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import {
  duty,
  managementAccount,
  addedRegion,
  platform,
  deployedRegions,
  testConfig,
} from '../context/test-config.ts';
import { checkSpoke } from './check-spoke.ts';
import { centralBusArn, deployRollout, rolloutAssembly } from './roll-out.ts';
import { readStackSet } from './stack-set.ts';

const ownStack = 'RootActivityMonitorManagement';

/** Deploys the rollout once more with one more Region, and checks that nothing else changes. */
export async function addRegion(context: ScenarioContext): Promise<void> {
  const { checklist, accounts, organization, workspace } = context;
  const own = (region: string) => accounts.clients(managementAccount, region);
  const stackSet = () =>
    JSON.stringify({ ...readStackSet(rolloutAssembly(context)), StackInstancesGroup: [] });
  const ownStacks = () =>
    Promise.all(
      deployedRegions.map(async (region) => await stackText(await own(region), ownStack)),
    );

  await checklist.step(`one more Region, ${addedRegion}, changes only that`, async () => {
    const [before, stackSetBefore] = [await ownStacks(), stackSet()];
    const regions = [...deployedRegions, addedRegion];
    workspace.configure(testConfig(organization, { operators: [platform, duty], regions }));
    const output = await deployRollout(context);
    const after = await ownStacks();
    assert(before.join() === after.join(), 'the stacks in the other Regions changed');
    for (const region of deployedRegions) {
      const line = output
        .split('\n')
        .find((one) => one.includes(`${ownStack}-${region}`) && one.includes('✅'));
      const unchanged = line?.includes('(no changes)') === true;
      assert(unchanged, `CDK found changes in ${region}`);
    }
    assert(stackSet() === stackSetBefore, 'more than the Regions of the StackSet');
    const where = `${managementAccount}, ${addedRegion}`;
    await checkSpoke(await own(addedRegion), where, centralBusArn);
    return undefined;
  });
}
