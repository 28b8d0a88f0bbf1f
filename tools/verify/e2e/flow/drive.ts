import { assert } from '../checks/assert.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import { homeRegion, hubAccount, managementAccount } from '../context/test-config.ts';
import { connectHub, type ConnectedHub } from './connected-hub.ts';
import { redriveParked } from './redrive-parked.ts';
import { putRootSignIn } from './root-sign-in.ts';
import { simulateAndWait } from './simulate-and-wait.ts';

/** Lets root sign in, and checks who is alerted. */
export async function drive(context: ScenarioContext, bundle: string): Promise<void> {
  const { checklist, accounts, organization } = context;
  const clients = await accounts.clients(hubAccount, homeRegion);
  const hub = await connectHub(clients, await accounts.access(hubAccount, homeRegion), bundle);
  try {
    const [member = ''] = organization.members;
    // Sign-ins are recorded in us-east-1, wherever the hub is.
    const signIn = async (account: string, eventId?: string) =>
      await putRootSignIn(await accounts.clients(account, 'us-east-1'), account, eventId);
    let eventId = '';
    await checklist.step(
      `a root sign-in in member account ${member}, us-east-1, becomes an alert`,
      async () => {
        eventId = await signIn(member);
        return await oneAlert(hub, member, eventId);
      },
    );
    await checklist.step('the same event again causes no second alert', async () => {
      await signIn(member, eventId);
      const outcomes = (await hub.notifier.drain()).map(({ outcome }) => outcome);
      assert(
        outcomes.join() === 'recorded',
        `the notifier decided ${outcomes.join() || 'nothing'}`,
      );
      const more = await hub.alerts();
      assert(more.length === 0, `${more.length} more alerts`);
      return 'known from the state table';
    });
    await checklist.step('one in the hub account, us-east-1, becomes an alert', async () =>
      oneAlert(hub, hubAccount, await signIn(hubAccount)),
    );
    await checklist.step('one in the management account, us-east-1, becomes an alert', async () =>
      oneAlert(hub, managementAccount, await signIn(managementAccount)),
    );
    await simulateAndWait(checklist, hub);
    await redriveParked(checklist, hub);
  } finally {
    await hub.notifier.close();
  }
}

/** Runs the notifier until the queue is empty, and checks what the subscriber received. */
async function oneAlert(hub: ConnectedHub, account: string, eventId: string): Promise<string> {
  const decided = await hub.notifier.drain();
  const outcomes = decided.map(({ outcome, accountId }) => `${outcome} ${accountId}`).join(', ');
  assert(outcomes === `alerted ${account}`, `the notifier decided: ${outcomes || 'nothing'}`);
  const alerts = await hub.alerts();
  assert(alerts.length === 1, `the subscriber received ${alerts.length} alerts, not one`);
  const [alert] = alerts;
  assert(alert?.Subject.includes(account) === true, `the subject is "${alert?.Subject ?? ''}"`);
  assert(alert.Message.includes(eventId), 'the mail does not name the event');
  assert(alert.MessageAttributes['simulated']?.Value === 'false', 'it is marked as a simulation');
  return alert.Subject;
}
