import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, type Stack } from '@root-activity-monitor/deployment-permissions';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '@root-activity-monitor/local-aws/iam';
import { readPolicies, refusals } from './may.ts';
import { handWrittenPolicy } from './testing/hand-written-policy.ts';
import { exampleArn, whatAwsChecks } from './what-aws-checks.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What a command prints on standard output. */
const printed = (app: string, ...words: string[]): string => {
  const main = join(root, 'apps', app, 'src', 'permissions', 'main.ts');
  const { stdout, status, stderr } = spawnSync('npx', ['--no-install', 'tsx', main, ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const uncovered = (
  stacks: readonly Stack[],
  policies: readonly PolicyDocument[],
  only: (action: string) => boolean = () => true,
) =>
  stacks
    .flatMap(whatAwsChecks)
    .filter(({ action }) => only(action))
    .flatMap((access) => refusals(policies, access).map((why) => `${access.for}: ${why}`));

const rollout = readStacks(join(root, 'apps', 'spoke-template', 'rollout', 'cdk.out'));
const hub = readStacks(join(root, 'apps', 'hub-infra', 'cdk.out'));
const cases = [
  { name: 'the rollout', stacks: rollout, policies: readPolicies(printed('spoke-template')) },
  {
    name: "CloudFormation's role in the hub account",
    stacks: hub,
    policies: readPolicies(printed('hub-infra', '--for', 'cloudformation')),
  },
];

describe.each(cases)('the policy of $name', ({ stacks, policies }) => {
  it('covers every handler action on every resource of the synthesized templates', () => {
    expect(stacks.flatMap(whatAwsChecks).length).toBeGreaterThan(100);
    expect(uncovered(stacks, policies)).toEqual([]);
  });

  it('has no action too many: without any one of them something is refused', () => {
    const oneOfEach = [...new Map(stacks.map((stack) => [stack.name, stack])).values()];
    for (const [index, { Statement }] of policies.entries()) {
      for (const [at, statement] of Statement.entries()) {
        for (const action of statement.Action ?? []) {
          // The calls of the CDK CLI and of the commands are in no template.
          if (/^cloudformation:|^organizations:/.test(action)) continue;
          const less = {
            ...statement,
            Action: (statement.Action ?? []).filter((one) => one !== action),
          };
          const without = policies.with(index, { Statement: Statement.with(at, less) });
          expect(
            uncovered(oneOfEach, without, (one) => one === action),
            `${statement.Sid ?? ''} ${action}`,
          ).not.toEqual([]);
        }
      }
    }
  });

  it('names every action in full, and fits', () => {
    for (const policy of policies) {
      expect(JSON.stringify(policy).length).toBeLessThan(6_144);
      for (const { Action = [] } of policy.Statement) expect(Action.join()).not.toContain('*');
    }
  });
});

describe('the policy that was written by hand', () => {
  const missing = uncovered(rollout, readPolicies(JSON.stringify(handWrittenPolicy)));

  it.each<[what: string, expected: RegExp]>([
    [
      'the role, whose name CloudFormation trims',
      /iam:CreateRole on .*role\/RootActivityMonitorManage-SpokeForwardingRole/,
    ],
    ['passing it', /iam:PassRole on .*RootActivityMonitorManage-/],
    ['queues of the StackSet', /CreateStackInstances on .*resource\/AWS-SQS-Queue:/],
    ['queue policies of it', /CreateStackInstances on .*resource\/AWS-SQS-QueuePolicy:/],
    ['rules of it', /CreateStackInstances on .*resource\/AWS-Events-Rule:/],
    ['alarms of it', /CreateStackInstances on .*resource\/AWS-CloudWatch-Alarm:/],
    ['reading the policies of roles', /iam:ListRolePolicies/],
    ['reading the tags of rules', /events:ListTagsForResource/],
  ])('misses %s', (_what, expected) => {
    expect(missing.some((line) => expected.test(line))).toBe(true);
  });
});

it("the management account's role is named as CloudFormation would name it", () => {
  const own = rollout.find(({ name }) => name === 'RootActivityMonitorManagement');
  const [role = ''] = Object.entries(own?.template.Resources ?? {}).flatMap(([id, { Type }]) =>
    Type === 'AWS::IAM::Role' ? [id] : [],
  );
  const name = own && exampleArn(own, role).split('/')[1];
  expect(name).toHaveLength(64);
  expect(name).toMatch(/^RootActivityMonitorManage-/);
});

/** The AWS calls that the commands of an app make themselves, by the commands that its sources import. */
function calledBy(app: string): readonly string[] {
  const folders = [
    join(root, 'apps', app, 'src'),
    join(root, 'libs', 'command-line', 'src', 'aws'),
  ];
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.ts') && !/test/.test(file))
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z-]+)'/g)].flatMap(
        ([, names = '', service = '']) =>
          [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)].map(
            ([, paginated, command]) => `${service}:${paginated ?? command ?? ''}`,
          ),
      );
    });
}

it('the policy of the rollout covers the calls that its commands make themselves', () => {
  const called = calledBy('spoke-template');
  expect(called).toContain('organizations:ListParents');
  const granted = new Set(
    readPolicies(printed('spoke-template'))
      .flatMap(({ Statement }) => Statement)
      .flatMap(({ Action = [] }) => Action),
  );
  // Every identity may call it.
  const needed = called.filter((action) => action !== 'sts:GetCallerIdentity');
  expect(needed.filter((action) => !granted.has(action))).toEqual([]);
});
