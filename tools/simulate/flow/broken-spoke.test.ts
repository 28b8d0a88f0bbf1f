import { describe, expect, it } from 'vitest';
import { edited, type Edit } from '../testing/edit-template.ts';
import { event, playOne, stoppedAt } from '../testing/events.ts';
import { read, signIn, templates } from '../testing/two-attempts.ts';

const forwardingRule = { in: 'spoke', type: 'AWS::Events::Rule' } as const;
const forwardingRole = { in: 'spoke', type: 'AWS::IAM::Role' } as const;
const bus = { in: 'hub', type: 'AWS::Events::EventBus' } as const;

describe('the synthesized templates', () => {
  it('bring a root sign-in all the way', async () => {
    const result = await playOne(templates, signIn);
    expect(stoppedAt(result)).toBeUndefined();
    expect(result).toMatchObject({
      outcome: 'alerted',
      asDesigned: true,
      detection: 'root-sign-in',
    });
    expect(result.mails[0]?.subject).toMatch(/^\[HIGH\] Root sign-in/);
  });
});

const spokeCases: readonly (readonly [string, Edit, RegExp])[] = [
  [
    'a forwarding pattern for other events',
    { ...forwardingRule, path: 'EventPattern', to: { source: ['aws.ec2'] } },
    /^forwarding-rule: .*source is "aws\.signin", it wants \["aws\.ec2"\]/,
  ],
  [
    'a disabled forwarding rule',
    { ...forwardingRule, path: 'State', to: 'DISABLED' },
    /^forwarding-rule: .* is DISABLED/,
  ],
  ['no forwarding rule', forwardingRule, /^forwarding-rule: /],
  [
    'a forwarding rule without target',
    { ...forwardingRule, path: 'Targets', to: [] },
    /^forwarding-rule: .*no event bus among its targets/,
  ],
  [
    'a target without role',
    { ...forwardingRule, path: 'Targets.0.RoleArn' },
    /^forwarding-role: .*no RoleArn/,
  ],
  [
    'a target that rewrites the event',
    { ...forwardingRule, path: 'Targets.0.InputPath', to: '$.detail' },
    /^forwarding-role: .*cannot rewrite/,
  ],
  [
    'a role that another rule may use',
    {
      ...forwardingRole,
      path: 'AssumeRolePolicyDocument.Statement.0.Condition.ArnEquals',
      to: { 'aws:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/another' },
    },
    /^forwarding-role: FAILED_TO_ASSUME_ROLE.*aws:SourceArn.*rule\/another/,
  ],
  [
    'a role that trusts another service',
    {
      ...forwardingRole,
      path: 'AssumeRolePolicyDocument.Statement.0.Principal.Service',
      to: 'lambda.amazonaws.com',
    },
    /^forwarding-role: FAILED_TO_ASSUME_ROLE/,
  ],
  [
    'a condition that nobody knows',
    {
      ...forwardingRole,
      path: 'AssumeRolePolicyDocument.Statement.0.Condition',
      to: { StringEquals: { 'aws:Moonphase': 'full' } },
    },
    /^forwarding-role: .*does not know condition key aws:Moonphase/,
  ],
  [
    'a role without policy',
    { ...forwardingRole, path: 'Policies' },
    /^forwarding-role: NO_PERMISSIONS.*no identity policy/,
  ],
  [
    'a role for another action',
    {
      ...forwardingRole,
      path: 'Policies.0.PolicyDocument.Statement.0.Action',
      to: 'events:PutRule',
    },
    /^forwarding-role: NO_PERMISSIONS.*does not name events:PutEvents/,
  ],
];

describe.concurrent('a spoke template with', () => {
  it.each(spokeCases)('%s stops the event', async (_, edit, reason) => {
    const result = await playOne(edited(templates, edit), signIn);
    expect(stoppedAt(result)).toMatch(reason);
    expect(result.mails).toEqual([]);
  });

  it('state ENABLED loses what only reads, and nothing else', async () => {
    const enabled = edited(templates, { ...forwardingRule, path: 'State', to: 'ENABLED' });
    expect(stoppedAt(await playOne(enabled, read))).toMatch(/^forwarding-rule: .*only read/);
    expect((await playOne(enabled, signIn)).outcome).toBe('alerted');
  });
});

describe('the hub account itself', () => {
  it('forwards by its own role, whatever the bus policy says', async () => {
    const own = event('root-sign-in', {
      account: templates.hub.account,
      region: templates.hub.region,
    });
    const result = await playOne(edited(templates, { ...bus, path: 'Policy' }), own);
    expect(result.outcome).toBe('alerted');
  });
});
