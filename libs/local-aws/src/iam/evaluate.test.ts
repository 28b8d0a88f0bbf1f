import { describe, expect, it } from 'vitest';
import { authorize } from './authorize.ts';
import type { RequestContext } from './condition.ts';
import { PolicyDocumentSchema } from './policy-document.ts';

const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/b';
const roleArn = 'arn:aws:iam::111122223333:role/r';
const role = { kind: 'role', arn: roleArn, account: '111122223333' } as const;
const policy = (...Statement: unknown[]) => [
  { name: 'policy', document: PolicyDocumentSchema.parse({ Statement }) },
];
const allow = { Effect: 'Allow', Action: 'events:PutEvents', Resource: bus };
const open = { ...allow, Principal: '*' };

function decide(
  identity: ReturnType<typeof policy>,
  resource: ReturnType<typeof policy>,
  { account = '123456789012', context = {} as RequestContext } = {},
) {
  return authorize({
    request: { principal: role, action: 'events:PutEvents', resource: bus, context },
    identityPolicies: identity,
    resourcePolicies: resource,
    resourceAccount: account,
  });
}

describe('access across accounts', () => {
  it('needs both sides', () => {
    expect(decide(policy(allow), policy(open)).allowed).toBe(true);
    expect(decide(policy(allow), []).allowed).toBe(false);
    expect(decide([], policy(open)).allowed).toBe(false);
  });

  it('may be delegated to the account', () => {
    const delegated = { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' } };
    expect(decide(policy(allow), policy(delegated)).allowed).toBe(true);
  });
});

describe('access within an account', () => {
  const own = { account: '111122223333' };

  it('needs one side', () => {
    expect(decide(policy(allow), [], own).allowed).toBe(true);
    expect(decide([], policy({ ...allow, Principal: { AWS: roleArn } }), own).allowed).toBe(true);
    expect(decide([], [], own).allowed).toBe(false);
  });

  it('is not granted by trust in the account alone', () => {
    expect(decide([], policy({ ...allow, Principal: { AWS: '111122223333' } }), own).allowed).toBe(
      false,
    );
  });

  it('ends at an explicit deny of either side', () => {
    const deny = { Effect: 'Deny', Action: '*', Resource: '*' };
    expect(decide(policy(allow, deny), [], own).reason).toMatch(/denies it/);
    expect(decide(policy(allow), policy({ ...deny, Principal: '*' }), own).allowed).toBe(false);
  });
});

describe('statements', () => {
  const identity = policy(allow);

  it.each([
    [{ Action: 'EVENTS:put*' }, true],
    [{ Action: 'events:PutRule' }, false],
    [{ NotAction: 'events:PutRule', Action: undefined }, true],
    [{ Resource: 'arn:aws:events:*:*:event-bus/?' }, true],
    [{ Resource: 'arn:aws:events:*:*:event-bus/other' }, false],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/other' } }, false],
    [{ Principal: { Service: 'events.amazonaws.com' } }, false],
  ])('%j', (change, allowed) => {
    expect(decide(identity, policy({ ...open, ...change })).allowed).toBe(allowed);
  });
});

describe('conditions', () => {
  const context = {
    'aws:principalorgid': 'o-a',
    'aws:sourcearn': 'arn:aws:events:eu-west-1:1:rule/b/r',
    'aws:securetransport': 'true',
    'aws:sourceaccount': undefined,
  };

  it.each([
    [{ StringEquals: { 'aws:PrincipalOrgID': ['o-b', 'o-a'] } }, true],
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-b' } }, false],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': ['o-b', 'o-a'] } }, false],
    [{ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }, true],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:1:rule/b/*' } }, true],
    [{ ArnEquals: { 'aws:SourceArn': 'arn:aws:events:*:2:rule/b/*' } }, false],
    [{ Bool: { 'aws:SecureTransport': false } }, false],
    [
      { Bool: { 'aws:SecureTransport': true }, StringEquals: { 'aws:PrincipalOrgID': 'o-b' } },
      false,
    ],
    [{ StringEquals: { 'aws:SourceAccount': '1' } }, false],
    [{ StringEqualsIfExists: { 'aws:SourceAccount': '1' } }, true],
    [{ StringNotEquals: { 'aws:SourceAccount': '1' } }, true],
    [{ Null: { 'aws:SourceAccount': 'true' } }, true],
    [{ Null: { 'aws:SourceArn': 'true' } }, false],
  ])('%j', (Condition, allowed) => {
    expect(decide(policy(allow), policy({ ...open, Condition }), { context }).allowed).toBe(
      allowed,
    );
  });

  it.each([
    [{ StringEquals: { 'aws:Moonphase': 'full' } }, /condition key aws:Moonphase/],
    [{ NumericLessThan: { 'aws:PrincipalOrgID': '1' } }, /condition operator NumericLessThan/],
  ])('%j closes: no allow applies, every deny does', (Condition, reason) => {
    const unknown = decide(policy(allow), policy({ ...open, Condition }), { context });
    expect(unknown).toMatchObject({ allowed: false, reason: expect.stringMatching(reason) });
    const denied = policy(open, { ...open, Effect: 'Deny', Condition });
    expect(decide(policy(allow), denied, { context })).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/denies it/),
    });
  });
});
