import { assert } from '../checks/assert.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import {
  duty,
  homeRegion,
  hubAccount,
  platform,
  deployedRegions,
  testConfig,
} from '../context/test-config.ts';
import { checkResources } from './check-resources.ts';
import { checkFilterUpdate } from './change-severity.ts';
import { changedBetween, readStack } from './deployed-stack.ts';
import { interruptFirstDeployment } from './interrupted.ts';

/** Bootstraps, deploys, deploys again, and deploys a change. */
export async function deployHub(context: ScenarioContext): Promise<void> {
  const { checklist, accounts, organization, workspace, command, deployers } = context;
  const inHub = (...words: string[]) => command(words, hubAccount, homeRegion);
  // The emulator's change sets report success for an empty stack.
  const words = ['nx', 'run', 'hub-infra:deploy', '--method=direct', '--require-approval=never'];
  const deploy = () => inHub(...words);
  const clients = await accounts.clients(hubAccount, homeRegion);
  const access = await accounts.access(hubAccount, homeRegion);

  workspace.configure(
    testConfig(organization, { operators: [platform], regions: deployedRegions }),
  );
  await checklist.step(`cdk bootstrap of ${hubAccount}, ${homeRegion}`, async () => {
    await inHub('cdk', 'bootstrap', `aws://${hubAccount}/${homeRegion}`);
    return undefined;
  });
  await checklist.step('roles with the policies that the permissions commands print', () =>
    deployers.make(accounts, command),
  );
  await interruptFirstDeployment(context, words);
  await checklist.step('nx run hub-infra:deploy once more', async () => {
    await deploy();
    return undefined;
  });
  await checklist.step('what the hub needs exists, asked of each service', async () => {
    const { existing, unchecked } = await checkResources(clients, access);
    const kinds = [...unchecked].map(([kind, count]) => `${count} ${kind.replace('AWS::', '')}`);
    checklist.unproven(
      `resources that the emulator leaves out or does not report: ${kinds.join(', ')}`,
    );
    return `${existing} resources`;
  });

  let before = await readStack(clients);
  await checklist.step('deploying again changes nothing', async () => {
    assert((await deploy()).includes('(no changes)'), 'CDK found changes in a second deploy');
    const after = await readStack(clients);
    const changed = changedBetween(before, after);
    assert(changed.length === 0, `changed by a second deploy: ${changed.join(', ')}`);
    before = after;
    return undefined;
  });
  await checklist.step('one more subscription changes only that', async () => {
    workspace.configure(
      testConfig(organization, { operators: [platform, duty], regions: deployedRegions }),
    );
    await deploy();
    const after = await readStack(clients);
    const changed = changedBetween(before, after);
    const kinds = changed.map((id) => after.resources[id]?.Type);
    assert(
      kinds.length === 1 && kinds[0] === 'AWS::SNS::Subscription',
      `changed by one more subscription: ${changed.join(', ') || 'nothing'}`,
    );
    await checkResources(clients, access);
    before = after;
    return changed.join();
  });
  await checklist.step('another severity of a subscription changes one filter', async () => {
    workspace.configure(
      testConfig(organization, {
        operators: [platform, duty],
        regions: deployedRegions,
        minimumSeverity: 'high',
      }),
    );
    await deploy();
    const after = await readStack(clients);
    const [id = '', ...more] = changedBetween(before, after);
    assert(more.length === 0, `changed by another severity: ${[id, ...more].join(', ')}`);
    checkFilterUpdate(before, after, id);
    return id;
  });
}
