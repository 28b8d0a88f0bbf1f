import { expect, it } from 'vitest';
import { handlerActions, handlers, knownTypes, UnknownResourceError } from './handlers.ts';
import { neededAccess } from './needed-access.ts';
import { isNeedless } from './needless-actions.ts';
import { UnknownNameError, type Naming } from './resource-arns.ts';
import { TemplateSchema } from './stack.ts';

const naming: Naming = {
  partition: 'aws',
  account: '111122223333',
  region: 'eu-west-1',
  generated: (logicalId) => `Stack-${logicalId}-0123456789AB`,
};
const accessOf = (Resources: Readonly<Record<string, unknown>>) =>
  neededAccess(TemplateSchema.parse({ Resources }), naming);
const actionsOf = (Type: string, Properties = {}) => [
  ...new Set(accessOf({ It: { Type, Properties } }).map(({ action }) => action)),
];

it('every published permission of a plain role is needed, but for what it has no property for', () => {
  const actions = actionsOf('AWS::IAM::Role');
  const published = handlers.flatMap((handler) => handlerActions('AWS::IAM::Role', handler));
  expect(new Set(published.filter((one) => !actions.includes(one)))).toEqual(
    new Set([
      'iam:AttachRolePolicy',
      'iam:DetachRolePolicy',
      'iam:PutRolePermissionsBoundary',
      'iam:DeleteRolePermissionsBoundary',
    ]),
  );
});

it('a property brings its permissions', () => {
  expect(actionsOf('AWS::IAM::Role', { ManagedPolicyArns: [] })).toContain('iam:AttachRolePolicy');
  expect(actionsOf('AWS::IAM::Role', { PermissionsBoundary: 'arn' })).toContain(
    'iam:PutRolePermissionsBoundary',
  );
  expect(actionsOf('AWS::DynamoDB::Table')).not.toContain('kms:CreateGrant');
  expect(actionsOf('AWS::DynamoDB::Table', { SSESpecification: {} })).toContain('kms:CreateGrant');
  expect(actionsOf('AWS::DynamoDB::Table', { SSESpecification: {} })).toContain(
    'kms:GenerateDataKey',
  );
});

it('what is kept in any case is never deleted', () => {
  const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
  const deletes = (policies: object) =>
    accessOf({ It: { Type: 'AWS::KMS::Key', ...policies } }).some(
      ({ action }) => action === 'kms:ScheduleKeyDeletion',
    );
  expect(deletes(kept)).toBe(false);
  expect(deletes({ ...kept, DeletionPolicy: 'RetainExceptOnCreate' })).toBe(true);
});

it('a rule passes the roles of its targets, to EventBridge only', () => {
  const passed = accessOf({
    Role: { Type: 'AWS::IAM::Role' },
    Other: { Type: 'AWS::IAM::Role' },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { Name: 'rule', Targets: [{ RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }] },
    },
  }).filter(({ action }) => action === 'iam:PassRole');
  expect(passed.length).toBeGreaterThan(0);
  for (const one of passed) {
    expect(one).toMatchObject({
      resources: ['arn:aws:iam::111122223333:role/Stack-Role-0123456789AB'],
      condition: { StringEquals: { 'iam:PassedToService': 'events.amazonaws.com' } },
    });
  }
});

it('instances of a StackSet are checked against each type of its template', () => {
  const TemplateBody = JSON.stringify({
    Resources: { A: { Type: 'AWS::SQS::Queue' }, B: { Type: 'AWS::Events::Rule' } },
  });
  const access = accessOf({
    Set: {
      Type: 'AWS::CloudFormation::StackSet',
      Properties: { StackSetName: 'set', TemplateBody },
    },
  });
  const create = access.find(({ action }) => action === 'cloudformation:CreateStackInstances');
  expect(create?.resources.slice(1)).toEqual([
    'arn:aws:cloudformation:*:*:stackset-target/set:*',
    'arn:aws:cloudformation:*::type/resource/AWS-SQS-Queue',
    'arn:aws:cloudformation:*::type/resource/AWS-Events-Rule',
  ]);
});

it('a type, or a name, that is not known is an error that says where to add it', () => {
  expect(() => actionsOf('AWS::S3::Bucket')).toThrow(UnknownResourceError);
  expect(() => actionsOf('AWS::S3::Bucket')).toThrow('handler-permissions.json');
  expect(() => actionsOf('AWS::SQS::Queue', { QueueName: { 'Fn::ImportValue': 'x' } })).toThrow(
    UnknownNameError,
  );
});

it('no type is left without any permission', () => {
  for (const type of knownTypes) {
    const published = handlers.flatMap((handler) => handlerActions(type, handler));
    expect(published.length, type).toBeGreaterThan(0);
    const needed = published.filter((action) => !isNeedless(type, {}, action));
    expect(needed.length, type).toBeGreaterThan(0);
  }
});
