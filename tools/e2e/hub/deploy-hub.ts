import { expectThat } from '../expect.ts';
import type { Stage } from '../scenario.ts';
import { duty, HOME_REGION, HUB_ACCOUNT, platform, REGIONS, testConfig } from '../test-config.ts';
import { checkResources } from './check-resources.ts';
import { changedBetween, readStack } from './deployed-stack.ts';

/** Bootstraps, deploys, deploys again, and deploys a change. */
export async function deployHub({
  checklist,
  accounts,
  organization,
  workspace,
  command,
}: Stage): Promise<void> {
  const inHub = (...words: string[]) => command(words, HUB_ACCOUNT, HOME_REGION);
  // The emulator's change sets show success over an empty stack.
  const deploy = () =>
    inHub('nx', 'run', 'hub-infra:deploy', '--method=direct', '--require-approval=never');
  const clients = await accounts.clients(HUB_ACCOUNT, HOME_REGION);
  const place = await accounts.place(HUB_ACCOUNT, HOME_REGION);

  workspace.configure(testConfig(organization, { operators: [platform], regions: REGIONS }));
  await checklist.step(`cdk bootstrap of ${HUB_ACCOUNT}, ${HOME_REGION}`, async () => {
    await inHub('cdk', 'bootstrap', `aws://${HUB_ACCOUNT}/${HOME_REGION}`);
    return undefined;
  });
  await checklist.step('nx run hub-infra:deploy', async () => {
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
    return changed.join();
  });
}
