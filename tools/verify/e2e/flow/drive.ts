import { expectThat } from '../checks/assert.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '../context/test-config.ts';
import { useHub, type HubInUse } from './connected-hub.ts';
import { redriveParked } from './redrive-parked.ts';
import { putRootSignIn } from './root-sign-in.ts';
import { simulateAndWait } from './simulate-and-wait.ts';

/** Lets root sign in, and sees who is told. */
export async function drive(stage: Stage, bundle: string): Promise<void> {
  const { checklist, accounts, organization } = stage;
  const clients = await accounts.clients(HUB_ACCOUNT, HOME_REGION);
  const hub = await useHub(clients, await accounts.place(HUB_ACCOUNT, HOME_REGION), bundle);
  try {
    const [member = ''] = organization.members;
    // Sign-ins are recorded in us-east-1, wherever the hub lives.
    const signIn = async (account: string, eventId?: string) =>
      await putRootSignIn(await accounts.clients(account, 'us-east-1'), account, eventId);
    let eventId = '';
    await checklist.step(
      `a root sign-in in member account ${member}, us-east-1, ends as an alert`,
      async () => {
        eventId = await signIn(member);
        return await oneAlert(hub, member, eventId);
      },
    );
    await checklist.step('the same event once more ends in no second alert', async () => {
      await signIn(member, eventId);
      const outcomes = (await hub.notifier.drain()).map(({ outcome }) => outcome);
      expectThat(
        outcomes.join() === 'recorded',
        `the notifier decided ${outcomes.join() || 'nothing'}`,
      );
      const more = await hub.alerts();
      expectThat(more.length === 0, `${more.length} more alerts`);
      return 'known from the state table';
    });
    await checklist.step(`one in the hub account, us-east-1, ends as an alert`, async () =>
      oneAlert(hub, HUB_ACCOUNT, await signIn(HUB_ACCOUNT)),
    );
    await checklist.step(`one in the management account, us-east-1, ends as an alert`, async () =>
      oneAlert(hub, MANAGEMENT_ACCOUNT, await signIn(MANAGEMENT_ACCOUNT)),
    );
    await simulateAndWait(checklist, hub);
    await redriveParked(checklist, hub);
  } finally {
    await hub.notifier.close();
  }
}

/** Lets the notifier work, and looks at what the subscriber got. */
async function oneAlert(hub: HubInUse, account: string, eventId: string): Promise<string> {
  const decided = await hub.notifier.drain();
  const outcomes = decided.map(({ outcome, accountId }) => `${outcome} ${accountId}`).join(', ');
  expectThat(outcomes === `alerted ${account}`, `the notifier decided: ${outcomes || 'nothing'}`);
  const alerts = await hub.alerts();
  expectThat(alerts.length === 1, `the subscriber got ${alerts.length} alerts, not one`);
  const [alert] = alerts;
  expectThat(alert?.Subject.includes(account) === true, `the subject is "${alert?.Subject ?? ''}"`);
  expectThat(alert.Message.includes(eventId), 'the mail does not name the event');
  expectThat(
    alert.MessageAttributes['simulated']?.Value === 'false',
    'it is marked as a simulation',
  );
  return alert.Subject;
}
