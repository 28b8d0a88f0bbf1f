import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../cli/workspace.ts';
import { edited } from '../testing/edit-template.ts';
import { event, playOne, stoppedAt } from '../testing/events.ts';
import type { PlannedEvent, Via } from '../trace/result.ts';

const templates = loadTemplates();
const signIn = event('root-sign-in', { account: '444455556666' });
const forged = (source: string, via: Via, account = '111122223333'): PlannedEvent => ({
  envelope: { ...signIn.envelope, source, account },
  via,
});
const openBus = edited(templates, {
  in: 'hub',
  type: 'AWS::Events::EventBus',
  path: 'Policy.Statement.0.Condition',
});

describe('a forged root sign-in', () => {
  it('on a default bus is not forwarded', async () => {
    const result = await playOne(templates, forged('com.example.app', 'put-events-default-bus'));
    expect(stoppedAt(result)).toMatch(/^forwarding-rule: .*source is "com\.example\.app"/);
    expect(result).toMatchObject({ outcome: 'not-forwarded', asDesigned: true });
  });

  it('with a source of AWS is refused by PutEvents', async () => {
    const result = await playOne(templates, forged('aws.signin', 'put-events-default-bus'));
    expect(stoppedAt(result)).toMatch(/^default-bus: .*NotAuthorizedForSourceException/);
    expect(result).toMatchObject({ outcome: 'rejected', asDesigned: true });
  });

  it('straight on the central event bus is refused by its policy, and would be by the rule', async () => {
    const result = await playOne(templates, forged('com.example.app', 'put-events-central-bus'));
    expect(stoppedAt(result)).toMatch(/^central-bus-policy: .*eventBusInvocation true.*has false/);
    expect(result.stages.at(-1)).toMatchObject({
      name: 'notification-rule',
      passed: false,
      reason: expect.stringMatching(/^would also be refused: .*com\.example\.app/),
    });
    expect(result).toMatchObject({ outcome: 'rejected', asDesigned: true });
  });

  it('is stopped by the notification rule where the bus policy lets it in', async () => {
    const result = await playOne(openBus, forged('com.example.app', 'put-events-central-bus'));
    expect(stoppedAt(result)).toMatch(/^notification-rule: .*com\.example\.app/);
    expect(result.outcome).toBe('rejected');
  });

  it('with a source of AWS is refused even by an open bus', async () => {
    const result = await playOne(openBus, forged('aws.signin', 'put-events-central-bus'));
    expect(stoppedAt(result)).toMatch(/^central-bus: .*NotAuthorizedForSource/);
  });

  it('by the hub account itself needs no bus policy, and is stopped by the rule', async () => {
    const own = forged('com.example.app', 'put-events-central-bus', templates.hub.account);
    expect(stoppedAt(await playOne(templates, own))).toMatch(/^notification-rule: /);
  });
});

describe('an account outside the organization', () => {
  it('is refused by the bus policy, and only by that', async () => {
    const result = await playOne(templates, { ...signIn, via: 'outside-organization' });
    expect(stoppedAt(result)).toMatch(/^central-bus-policy: .*aws:PrincipalOrgID/);
    expect(result.stages.at(-1)?.reason).toMatch(
      /^not reached; it would not have been refused here/,
    );
    expect(result).toMatchObject({ outcome: 'rejected', asDesigned: true });
  });

  it('gets in where the policy asks for no organization', async () => {
    const result = await playOne(openBus, { ...signIn, via: 'outside-organization' });
    expect(result.outcome).toBe('alerted');
  });
});

describe('a simulated event', () => {
  const simulated = forged('root-activity-monitor.simulation', 'simulation', '444455556666');

  it('comes from the hub account, and says what it is', async () => {
    const result = await playOne(templates, simulated);
    expect(result.event.account).toBe(templates.hub.account);
    expect(result.mails[0]?.subject).toMatch(/^\[SIMULATION\] /);
    expect(result.mails[0]?.attributes).toMatchObject({ simulated: 'true' });
  });

  it('of another account does not get in', async () => {
    const other = { ...simulated, via: 'put-events-central-bus' } as const;
    expect(stoppedAt(await playOne(openBus, other))).toMatch(
      /^notification-rule: .*account is "444455556666"/,
    );
  });
});
