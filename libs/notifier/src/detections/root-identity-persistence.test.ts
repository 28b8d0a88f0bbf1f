import { describe, expect, it } from 'vitest';
import {
  call,
  findingOn,
  denied,
  expectVerdicts,
  rootSessionIdentity,
} from '../testing/records.ts';

describe('root-identity-persistence', () => {
  expectVerdicts([
    [
      'a new user',
      call('iam CreateUser', { requestParameters: { userName: 'svc-backup-2' } }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'a key for a user',
      call('iam CreateAccessKey', { requestParameters: { userName: 'ci-deployer' } }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'more power for a role',
      call('iam AttachRolePolicy'),
      'root-identity-persistence',
      'critical',
    ],
    ['another trust', call('iam UpdateAssumeRolePolicy'), 'root-identity-persistence', 'critical'],
    [
      'another account gets power',
      call('organizations RegisterDelegatedAdministrator'),
      'root-identity-persistence',
      'critical',
    ],
    [
      'not when a key of a user is switched off',
      call('iam UpdateAccessKey', { requestParameters: { userName: 'jo', status: 'Inactive' } }),
      'root-write',
      'high',
    ],
    ['not a call of that name elsewhere', call('workmail CreateUser'), 'root-write', 'high'],
    ['not a service called like a method', call('constructor CreateUser'), 'root-write', 'high'],
    [
      'not deleting a user',
      call('iam DeleteUser', { requestParameters: { userName: 'jo' } }),
      'root-write',
      'high',
    ],
    ['not when it was denied', call('iam CreateUser', denied), 'root-call-denied', 'high'],
    [
      'not inside a root session',
      call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity }),
      'root-session-activity',
      'critical',
    ],
  ]);

  it.each([
    [
      { userName: 'jo', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      ' for "jo", policy "arn:aws:iam::aws:policy/AdministratorAccess")',
    ],
    [{ roleName: 'ops', policyName: 'all' }, ' for "ops", policy "all")'],
    [{ policyName: 'all' }, ' for "all")'],
    [{ name: 'idp' }, ' for "idp")'],
    [{}, '(iam AttachUserPolicy)'],
  ])('says who got what: %j', (requestParameters, said) => {
    expect(
      findingOn(call('iam AttachUserPolicy', { requestParameters })).alert?.mail.split('\n')[0],
    ).toContain(said);
  });
});
