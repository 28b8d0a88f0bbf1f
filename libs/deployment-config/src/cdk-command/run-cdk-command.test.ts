import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawConfig } from '../testing/raw-config.ts';
import { runCdkCommand, type CdkCommandServices } from './run-cdk-command.ts';

let workspaceRoot: string;
let said: string[];
let cdkArgs: readonly string[] | undefined;
beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), 'cdk-command-'));
  said = [];
  cdkArgs = undefined;
  const example = JSON.stringify(rawConfig());
  writeFileSync(join(workspaceRoot, 'deployment.example.jsonc'), example);
});
afterEach(() => {
  rmSync(workspaceRoot, { recursive: true });
});

const configured = (added = {}): void => {
  writeFileSync(join(workspaceRoot, 'deployment.jsonc'), JSON.stringify(rawConfig(added)));
};

const run = (words: readonly string[], services: Partial<CdkCommandServices> = {}) =>
  runCdkCommand(
    words,
    {
      workspaceRoot,
      stacks: ['Hub'],
      assembly: '/assembly',
      account: ({ hubAccountId }) => ({ id: hubAccountId, role: 'the hub account' }),
    },
    {
      callerIdentity: async () => ({
        account: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/a',
      }),
      runCdk: async (args) => {
        cdkArgs = args;
        return 0;
      },
      say: (text) => said.push(text),
      ...services,
    },
  );

const failure = (name: string): Error => Object.assign(new Error('secret detail'), { name });

test('deploy starts the CDK CLI with the assembly and asks before permissions change', async () => {
  configured();
  expect(await run(['deploy'])).toBe(0);
  expect(cdkArgs).toEqual([
    'deploy',
    'Hub',
    '--app',
    '/assembly',
    '--require-approval',
    'any-change',
  ]);
  expect(said.join()).toContain('123456789012, the hub account');
});

test('the user may decide about approval and add arguments', async () => {
  configured();
  await run(['deploy', '--require-approval=never', '--method=direct']);
  expect(cdkArgs).toEqual([
    'deploy',
    'Hub',
    '--app',
    '/assembly',
    '--require-approval=never',
    '--method=direct',
  ]);
});

test("the CDK CLI's exit status is passed on", async () => {
  configured();
  expect(await run(['diff'], { runCdk: async () => 7 })).toBe(7);
});

test('without deployment.jsonc it says how to make one', async () => {
  expect(await run(['deploy'])).toBe(1);
  expect(said.join()).toContain('cp deployment.example.jsonc deployment.jsonc');
  expect(cdkArgs).toBeUndefined();
});

test('a wrong configuration is named before anything starts', async () => {
  configured({ hubAccountId: '1' });
  expect(await run(['deploy'])).toBe(1);
  expect(said.join()).toContain('hubAccountId: found "1"');
});

test('credentials of another account are refused, both accounts named', async () => {
  configured();
  const callerIdentity = async () => ({
    account: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/a',
  });
  expect(await run(['deploy'], { callerIdentity })).toBe(1);
  expect(said.join()).toMatch(/111122223333.*\n.*123456789012/);
  expect(cdkArgs).toBeUndefined();
});

test.each([
  ['CredentialsProviderError', 'No usable AWS credentials'],
  ['ExpiredTokenException', 'have expired'],
  ['TimeoutError', 'did not say whose credentials'],
])('%s: what is wrong and what to do', async (name, message) => {
  configured();
  const callerIdentity = () => Promise.reject(failure(name));
  expect(await run(['deploy'], { callerIdentity })).toBe(1);
  expect(said.join()).toContain(message);
});

test('an unknown action is wrong usage', async () => {
  expect(await run(['dpeloy'])).toBe(2);
  expect(said.join()).toContain('known are diff, deploy, destroy');
});
