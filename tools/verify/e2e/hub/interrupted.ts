import { DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type Clients, pause } from '@root-activity-monitor/command-line/aws';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { expectThat } from '../checks/assert.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, HUB_ACCOUNT } from '../context/test-config.ts';

const LONGEST = 60_000;

/**
 * Kills the first deployment while CloudFormation creates the stack, and lets that creation fail:
 * what it made is deleted then, but for what its deletion policy keeps in any case.
 */
export async function interruptFirstDeployment(
  { checklist, accounts, command, gate }: Stage,
  deploy: readonly string[],
): Promise<void> {
  const clients = await accounts.clients(HUB_ACCOUNT, HOME_REGION);
  await checklist.step('the first deployment is killed while the stack is created', async () => {
    const killed = new AbortController();
    gate.once('cloudformation:CreateStack', () => killed.abort());
    const outcome = await command(deploy, HUB_ACCOUNT, HOME_REGION, killed.signal).then(
      () => 'finished',
      () => 'ended',
    );
    expectThat(killed.signal.aborted, 'the deployment never asked for a stack');
    expectThat(outcome === 'ended', 'the deployment was not interrupted');
    return await created(clients);
  });
  await checklist.step('the creation fails; what is kept stays behind', async () => {
    // As a rollback does: the emulator keeps "Retain", and deletes "RetainExceptOnCreate".
    await clients.cloudFormation.send(new DeleteStackCommand({ StackName: hubStackName }));
    expectThat((await statusOf(clients)) === undefined, 'the stack is still there');
    return undefined;
  });
}

/** The emulator goes on when its client is gone. */
async function created(clients: Clients): Promise<string> {
  const end = Date.now() + LONGEST;
  while (Date.now() < end) {
    const status = await statusOf(clients);
    if (status === 'CREATE_COMPLETE') return 'killed; CloudFormation went on by itself';
    await pause(200);
  }
  throw new Error('the emulator made no stack after its client was gone');
}

async function statusOf({ cloudFormation }: Clients): Promise<string | undefined> {
  const wanted = new DescribeStacksCommand({ StackName: hubStackName });
  const { Stacks } = await cloudFormation.send(wanted).catch(() => ({ Stacks: [] }));
  return Stacks?.[0]?.StackStatus;
}
