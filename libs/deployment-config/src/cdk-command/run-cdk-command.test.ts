import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

const hub = { account: '123456789012', role: 'the hub account', stacks: ['Hub'] };
const management = { account: '111122223333', role: 'the management account', stacks: ['Own'] };
const callerOf = (account: string) => async () => ({
  account,
  arn: `arn:aws:iam::${account}:user/a`,
});
const failure = (name: string): Error => Object.assign(new Error('detail'), { name });

const run = (words: readonly string[], services: Partial<CdkCommandServices> = {}) =>
  runCdkCommand(
    words,
    {
      workspaceRoot,
      assembly: '/assembly',
      targets: () => [hub, management],
      parameters: async () => ['Hub:Name=value'],
      consequences: () => ['Alerts end.'],
    },
    {
      callerIdentity: callerOf('123456789012'),
      organization: async () => ({ id: 'o-exampleorg1', managementAccountId: '111122223333' }),
      runCdk: async (_, args) => {
        cdkArgs = args;
        return 0;
      },
      say: (text) => said.push(text),
      ...services,
    },
  );

describe('the CDK CLI', () => {
  test('deploys the assembly and asks before permissions change', async () => {
    configured();
    expect(await run(['deploy'])).toBe(0);
    expect(cdkArgs?.join(' ')).toBe(
      'deploy Hub --app /assembly --require-approval any-change --parameters Hub:Name=value',
    );
  });

  test("takes the user's word about approval, and further arguments", async () => {
    configured();
    await run(['deploy', '--require-approval=never', '--method=direct']);
    expect(cdkArgs?.join(' ')).toBe(
      'deploy Hub --app /assembly --parameters Hub:Name=value --require-approval=never --method=direct',
    );
  });

  test('passes its exit status on, with where to read what it means', async () => {
    configured();
    expect(await run(['diff'], { runCdk: async () => 7 })).toBe(7);
    expect(said.join()).toContain('docs/deployment.md, Troubleshooting');
  });
});

describe('configuration', () => {
  test('without deployment.jsonc it says how to make one', async () => {
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('cp deployment.example.jsonc deployment.jsonc');
    expect(cdkArgs).toBeUndefined();
  });

  test('what is wrong in it is named before anything starts', async () => {
    configured({ hubAccountId: '1' });
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('hubAccountId: found "1"');
  });

  test('that of another organization is refused', async () => {
    configured({ organizationId: 'o-exampleorg2', managementAccountId: '444455556666' });
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('found "o-exampleorg2"; this account is in "o-exampleorg1"');
    expect(said.join()).toContain('found "444455556666"; that of this organization');
    expect(cdkArgs).toBeUndefined();
  });

  test('an organization that may not be asked for is a doubt, not a stop', async () => {
    configured();
    const organization = () => Promise.reject(failure('AccessDeniedException'));
    expect(await run(['deploy'], { organization })).toBe(0);
    expect(said[0]).toContain('Could not check "organizationId"');
  });
});

describe('credentials', () => {
  test('decide which of the targets is meant; what is left is said', async () => {
    configured();
    await run(['deploy'], { callerIdentity: callerOf('111122223333') });
    expect(cdkArgs?.slice(0, 2)).toEqual(['deploy', 'Own']);
    expect(said.at(-1)).toBe(
      'Also to deploy, with credentials of 123456789012, the hub account: Hub',
    );
  });

  test('of another account are refused, all accounts named', async () => {
    configured();
    const callerIdentity = callerOf('444455556666');
    expect(await run(['deploy'], { callerIdentity })).toBe(1);
    expect(said.join()).toMatch(/444455556666.*\n.*123456789012.* or 111122223333/);
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
});

describe('destroy', () => {
  test('is refused while the stacks are protected', async () => {
    configured();
    expect(await run(['destroy'])).toBe(1);
    expect(said.join()).toContain('"terminationProtection": false');
    expect(cdkArgs).toBeUndefined();
  });

  test('says what is lost before it starts', async () => {
    configured({ terminationProtection: false });
    expect(await run(['destroy'])).toBe(0);
    expect(said[0]).toBe('Alerts end.');
    expect(cdkArgs).toEqual(['destroy', 'Hub', '--app', '/assembly']);
  });
});

test('an unknown action is wrong usage', async () => {
  expect(await run(['dpeloy'])).toBe(2);
  expect(said.join()).toContain('known are diff, deploy, destroy');
});
