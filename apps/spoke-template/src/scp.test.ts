import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folders } from './folders.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
}

const docs = (name: string): string =>
  readFileSync(join(folders.workspaceRoot, 'docs', name), 'utf8');

/** The JSON blocks of a document, as text. */
const jsonOf = (text: string): readonly string[] =>
  [...text.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = '']) => json);

const policies = jsonOf(docs('scp.md')).map(
  (text) => JSON.parse(text) as { Statement: Statement[] },
);
const [policy] = policies;
const denied = (policy?.Statement ?? []).flatMap(({ Action }) => Action);

it('no account closes a Region that is watched', () => {
  const closing = (policy?.Statement ?? []).filter(({ Action }) =>
    [Action].flat().includes('account:DisableRegion'),
  );
  expect(closing).toHaveLength(1);
  expect(closing[0]).not.toHaveProperty('Condition');
});

/** "aws sqs delete-message" as "sqs:DeleteMessage". */
const actionOf = (service: string, command: string): string =>
  `${service}:${command.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** What the commands in a document call, wherever they stand. */
function calledIn(text: string): readonly string[] {
  const commands = text.matchAll(/\baws ([a-z0-9]+) ([a-z][a-z0-9-]+)/g);
  return [...commands].map(([, service = '', command = '']) => actionOf(service, command));
}

describe('the service control policies of docs/scp.md', () => {
  it.each(policies.map((one) => [one.Statement[0]?.Sid, one] as const))(
    '%s: valid JSON, only denials, each with its name, no longer than Organizations takes',
    (_, one) => {
      expect(JSON.stringify(one).length).toBeLessThan(5120);
      expect(one.Statement.map(({ Effect }) => Effect)).toEqual(one.Statement.map(() => 'Deny'));
      const names = one.Statement.map(({ Sid }) => Sid);
      expect(new Set(names).size).toBe(names.length);
      for (const Sid of names) expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
    },
  );

  it.each([
    [
      'leaving the organization',
      ['organizations:LeaveOrganization', 'organizations:AcceptHandshake'],
    ],
    ['Regions that nobody watches', ['account:EnableRegion', 'account:DisableRegion']],
    [
      'who may sign in to the console',
      ['signin:PutConsoleAuthorizationConfiguration', 'signin:PutResourcePermissionStatement'],
    ],
    ['switching the spoke off', ['events:DisableRule', 'iam:PutRolePolicy', 'sqs:PurgeQueue']],
  ])('%s: denied', (_, actions) => {
    expect(denied).toEqual(expect.arrayContaining(actions));
  });

  it('protects the resources by the beginning of their names that stays', () => {
    // CloudFormation trims the stack's name to 25 characters where a name has at most 64.
    const text = JSON.stringify(policy);
    const stack = 'StackSet-root-activity-monitor-';
    for (const [, beginning = ''] of text.matchAll(
      /"arn:aws:(?:iam|sqs):[^"]*[:/](StackSet[^*]*)\*"/g,
    )) {
      expect(stack.slice(0, 25)).toContain(beginning);
    }
  });
});

describe('the runbooks', () => {
  const runbooks = ['deployment.md', 'reliability.md', 'scp.md'].map(docs).join('\n');

  it('the commands are found, in text and in blocks', () => {
    expect(calledIn('`aws sqs delete-message --queue-url QUEUE`\naws sns publish')).toEqual([
      'sqs:DeleteMessage',
      'sns:Publish',
    ]);
    expect(calledIn(runbooks).length).toBeGreaterThan(10);
    expect(calledIn(runbooks)).toContain('sqs:ReceiveMessage');
  });

  it('tell nobody to do what the policy denies', () => {
    expect(denied.filter((action) => action.includes('*'))).toEqual([]);
    for (const action of calledIn(runbooks)) expect(denied).not.toContain(action);
  });
});
