import { expectThat } from '../checks/assert.ts';
import type { Stage } from '../scenario.ts';
import {
  duty,
  HOME_REGION,
  HUB_ACCOUNT,
  platform,
  REGIONS,
  testConfig,
} from '../context/test-config.ts';
import { checkResources } from './check-resources.ts';
import { checkFilterUpdate } from './change-severity.ts';
import { changedBetween, readStack } from './deployed-stack.ts';
import { interruptFirstDeployment } from './interrupted.ts';

/** Bootstraps, deploys, deploys again, and deploys a change. */
export async function deployHub(stage: Stage): Promise<void> {
  const { checklist, accounts, organization, workspace, command, deployers } = stage;
  const inHub = (...words: string[]) => command(words, HUB_ACCOUNT, HOME_REGION);
  // The emulator's change sets show success over an empty stack.
  const words = ['nx', 'run', 'hub-infra:deploy', '--method=direct', '--require-approval=never'];
  const deploy = () => inHub(...words);
  const clients = await accounts.clients(HUB_ACCOUNT, HOME_REGION);
  const place = await accounts.place(HUB_ACCOUNT, HOME_REGION);

  workspace.configure(testConfig(organization, { operators: [platform], regions: REGIONS }));
  await checklist.step(`cdk bootstrap of ${HUB_ACCOUNT}, ${HOME_REGION}`, async () => {
    await inHub('cdk', 'bootstrap', `aws://${HUB_ACCOUNT}/${HOME_REGION}`);
    return undefined;
  });
  await checklist.step(
    'roles that may do what the permissions commands print, and nothing else',
    () => deployers.make(stage),
  );
  await interruptFirstDeployment(stage, words);
  await checklist.step('nx run hub-infra:deploy, simply once more', async () => {
    await deploy();
    return undefined;
  });
  await checklist.step('what the hub needs exists, asked of each service', async () => {
    const { existing, unchecked } = await checkResources(clients, place);
    const kinds = [...unchecked].map(([kind, count]) => `${count} ${kind.replace('AWS::', '')}`);
    checklist.unproven(
      `resources that the emulator leaves out or tells nothing of: ${kinds.join(', ')}`,
    );
    return `${existing} resources`;
  });

  let before = await readStack(clients);
  await checklist.step('deploying again changes nothing', async () => {
    expectThat((await deploy()).includes('(no changes)'), 'CDK found changes in a second deploy');
    const after = await readStack(clients);
    const changed = changedBetween(before, after);
    expectThat(changed.length === 0, `changed by a second deploy: ${changed.join(', ')}`);
    before = after;
    return undefined;
  });
  await checklist.step('one more subscription changes only that', async () => {
    workspace.configure(
      testConfig(organization, { operators: [platform, duty], regions: REGIONS }),
    );
    await deploy();
    const after = await readStack(clients);
    const changed = changedBetween(before, after);
    const kinds = changed.map((id) => after.resources[id]?.Type);
    expectThat(
      kinds.length === 1 && kinds[0] === 'AWS::SNS::Subscription',
      `changed by one more subscription: ${changed.join(', ') || 'nothing'}`,
    );
    await checkResources(clients, place);
    before = after;
    return changed.join();
  });
  await checklist.step('another severity of a subscription changes one filter', async () => {
    workspace.configure(
      testConfig(organization, { operators: [platform, duty], regions: REGIONS, from: 'high' }),
    );
    await deploy();
    const after = await readStack(clients);
    const [id = '', ...more] = changedBetween(before, after);
    expectThat(more.length === 0, `changed by another severity: ${[id, ...more].join(', ')}`);
    checkFilterUpdate(before, after, id);
    return id;
  });
}
