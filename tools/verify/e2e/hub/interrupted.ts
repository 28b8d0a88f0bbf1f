import { DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type Clients, pause } from '@root-activity-monitor/command-line/aws';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { assert } from '../checks/assert.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import { homeRegion, hubAccount } from '../context/test-config.ts';

const maxMilliseconds = 60_000;

/**
 * Kills the first deployment while CloudFormation creates the stack, then lets that creation fail,
 * which deletes what it created except for what the deletion policies always keep.
 */
export async function interruptFirstDeployment(
  { checklist, accounts, command, gate }: ScenarioContext,
  deploy: readonly string[],
): Promise<void> {
  const clients = await accounts.clients(hubAccount, homeRegion);
  await checklist.step('the first deployment is killed while the stack is created', async () => {
    const killed = new AbortController();
    gate.once('cloudformation:CreateStack', () => killed.abort());
    const outcome = await command(deploy, hubAccount, homeRegion, killed.signal).then(
      () => 'finished',
      () => 'ended',
    );
    assert(killed.signal.aborted, 'the deployment never asked for a stack');
    assert(outcome === 'ended', 'the deployment was not interrupted');
    return await created(clients);
  });
  await checklist.step('the creation fails; what is kept stays behind', async () => {
    // As a rollback does: the emulator keeps "Retain", and deletes "RetainExceptOnCreate".
    await clients.cloudFormation.send(new DeleteStackCommand({ StackName: hubStackName }));
    assert((await statusOf(clients)) === undefined, 'the stack is still there');
    return undefined;
  });
}

/** The emulator continues when its client is gone. */
async function created(clients: Clients): Promise<string> {
  const end = Date.now() + maxMilliseconds;
  while (Date.now() < end) {
    const status = await statusOf(clients);
    if (status === 'CREATE_COMPLETE') return 'killed; CloudFormation continued by itself';
    await pause(200);
  }
  throw new Error('the emulator created no stack after its client was gone');
}

async function statusOf({ cloudFormation }: Clients): Promise<string | undefined> {
  const query = new DescribeStacksCommand({ StackName: hubStackName });
  const { Stacks } = await cloudFormation.send(query).catch(() => ({ Stacks: [] }));
  return Stacks?.[0]?.StackStatus;
}
