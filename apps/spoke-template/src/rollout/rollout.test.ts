import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { rolloutApp } from './rollout-app.ts';
import { rolloutConfig } from '../testing/rollout-config.ts';
import { spokeTemplate } from '../testing/spoke-template.ts';
import { rolloutStack, rolloutTargets } from './rollout-plan.ts';

const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';
const body = JSON.stringify(spokeTemplate().toJSON());
const noLint = spawnSync('cfn-lint', ['--version']).error !== undefined;

const stackOf = (id: string, changed = {}): Stack => {
  const stack = rolloutApp(rolloutConfig(changed), body).node.tryFindChild(id);
  if (!(stack instanceof Stack)) throw new Error(`there is no stack ${id}`);
  return stack;
};
const rollout = (changed = {}): Template => Template.fromStack(stackOf(rolloutStack, changed));

describe('the StackSet', () => {
  it('rolls the very template out, to all watched Regions at once, and to accounts that join', () => {
    rollout().hasResourceProperties('AWS::CloudFormation::StackSet', {
      PermissionModel: 'SERVICE_MANAGED',
      CallAs: 'SELF',
      TemplateBody: body,
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      Parameters: [{ ParameterKey: 'CentralEventBusArn', ParameterValue: bus }],
      OperationPreferences: Match.objectLike({ RegionConcurrencyType: 'PARALLEL' }),
      StackInstancesGroup: [Match.objectLike({ Regions: ['eu-west-1', 'us-east-1'] })],
    });
  });

  it('no failure undoes the rollout: not of one account of five, nor of a Region that a policy denies', () => {
    const [stackSet] = Object.values(rollout().findResources('AWS::CloudFormation::StackSet'));
    const preferences = stackSet?.['Properties']['OperationPreferences'] as Record<string, unknown>;
    expect(preferences).toEqual({
      RegionConcurrencyType: 'PARALLEL',
      FailureTolerancePercentage: 100,
      MaxConcurrentPercentage: 100,
      ConcurrencyMode: 'SOFT_FAILURE_TOLERANCE',
    });
    // As CloudFormation calculates it, for each Region.
    const tolerated = (accounts: number): number =>
      Math.floor((accounts * Number(preferences['FailureTolerancePercentage'])) / 100);
    for (const accounts of [1, 2, 5, 9, 10, 19, 1000]) expect(tolerated(accounts)).toBe(accounts);
  });

  it('without organizational units it asks for the root of the organization', () => {
    const template = rollout();
    template.hasParameter('OrganizationRootId', { Type: 'String' });
    template.hasResourceProperties('AWS::CloudFormation::StackSet', {
      StackInstancesGroup: [
        Match.objectLike({
          DeploymentTargets: { OrganizationalUnitIds: [{ Ref: 'OrganizationRootId' }] },
        }),
      ],
    });
  });

  it('with organizational units it reaches those', () => {
    const template = rollout({ organizationalUnits: ['ou-abcd-11111111'] });
    expect(template.toJSON()).not.toHaveProperty('Parameters');
    template.hasResourceProperties('AWS::CloudFormation::StackSet', {
      StackInstancesGroup: [
        Match.objectLike({ DeploymentTargets: { OrganizationalUnitIds: ['ou-abcd-11111111'] } }),
      ],
    });
  });

  it('a delegated administrator calls as one', () => {
    rollout({ rolloutAccountId: '444455556666' }).hasResourceProperties(
      'AWS::CloudFormation::StackSet',
      { CallAs: 'DELEGATED_ADMIN' },
    );
  });

  it('a template that is too long is refused before CloudFormation does', () => {
    expect(() => rolloutApp(rolloutConfig(), 'x'.repeat(51_201))).toThrow('51201 bytes');
  });
});

it("the management account's own spoke is the template's, with the bus in the parameter's place", () => {
  const own = Template.fromStack(stackOf('RootActivityMonitorManagement-us-east-1')).toJSON();
  const resources = JSON.stringify(spokeTemplate().toJSON()['Resources']);
  const filled = resources.replaceAll('{"Ref":"CentralEventBusArn"}', `"${bus}"`);
  // Where account and Region are known, CDK writes them in the place of the pseudo parameters.
  const placed = filled.replaceAll(
    /\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},":events:",\{"Ref":"AWS::Region"\},":",\{"Ref":"AWS::AccountId"\},"([^"]+)"\]\]\}/g,
    '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":events:us-east-1:111122223333$1"]]}',
  );
  expect(own['Resources']).toEqual(JSON.parse(placed));
});

it('a rollout that could not be created leaves nothing that stands in the way of the next', () => {
  for (const id of [rolloutStack, 'RootActivityMonitorManagement-us-east-1']) {
    const resources = Template.fromStack(stackOf(id)).toJSON()['Resources'] as Record<
      string,
      { DeletionPolicy?: string }
    >;
    for (const { DeletionPolicy = 'Delete' } of Object.values(resources)) {
      expect(DeletionPolicy).toBe('Delete');
    }
  }
});

describe('who deploys what', () => {
  const own = [
    'RootActivityMonitorManagement-eu-west-1',
    'RootActivityMonitorManagement-us-east-1',
  ];

  it('the management account deploys everything', () => {
    expect(rolloutTargets(rolloutConfig())).toEqual([
      expect.objectContaining({ account: '111122223333', stacks: [rolloutStack, ...own] }),
    ]);
  });

  it('a delegated administrator deploys the StackSet, the management account its own stacks', () => {
    expect(rolloutTargets(rolloutConfig({ rolloutAccountId: '444455556666' }))).toEqual([
      expect.objectContaining({ account: '444455556666', stacks: [rolloutStack] }),
      expect.objectContaining({ account: '111122223333', stacks: own }),
    ]);
  });
});

it.skipIf(noLint)(
  'cfn-lint has nothing to say (skipped where cfn-lint is missing)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
    try {
      const file = join(folder, 'rollout.template.json');
      writeFileSync(file, JSON.stringify(rollout().toJSON()));
      const { stdout, status } = spawnSync('cfn-lint', [file], {
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect(stdout).toBe('');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
