import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawConfig } from '@root-activity-monitor/deployment-config/testing/raw-config';
import { realConfig } from '@root-activity-monitor/deployment-config/testing/real-config';
import { UsageError, UserError } from '../command/errors.ts';
import { cdkArguments } from './cdk-arguments.ts';
import { runCdkCommand, type CdkCommandServices } from './run-cdk-command.ts';

let workspaceRoot: string;
let said: string[];
let cdkArgs: readonly string[] | undefined;
let synthesized: number;
beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), 'cdk-command-'));
  said = [];
  cdkArgs = undefined;
  synthesized = 0;
  const example = JSON.stringify(rawConfig());
  writeFileSync(join(workspaceRoot, 'deployment.example.jsonc'), example);
});
afterEach(() => {
  rmSync(workspaceRoot, { recursive: true });
});

const configured = (added = {}): void => {
  writeFileSync(join(workspaceRoot, 'deployment.jsonc'), JSON.stringify(realConfig(added)));
};

const hub = { account: '000000000001', role: 'the hub account', stacks: ['Hub'] };
const management = { account: '000000000000', role: 'the management account', stacks: ['Own'] };
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
      callerIdentity: callerOf('000000000001'),
      organization: async () => ({ id: 'o-a1b2c3d4e5', managementAccountId: '000000000000' }),
      runCdk: async (invocation) => {
        cdkArgs = cdkArguments(invocation);
        return 0;
      },
      synthesize: async () => {
        synthesized += 1;
        return 0;
      },
      say: (text) => said.push(text),
      environment: {},
      ...services,
    },
  ).catch((error: Error) => {
    said.push(error.message);
    return error instanceof UsageError ? 2 : 1;
  });

describe('the CDK CLI', () => {
  it('deploys the assembly and asks before permissions change', async () => {
    configured();
    expect(await run(['deploy'])).toBe(0);
    expect(cdkArgs?.join(' ')).toBe(
      'deploy Hub --app /assembly --require-approval any-change --parameters Hub:Name=value',
    );
  });

  it("takes the user's word about approval, and further arguments", async () => {
    configured();
    await run(['deploy', '--require-approval=never', '--method=direct']);
    expect(cdkArgs?.join(' ')).toBe(
      'deploy Hub --app /assembly --parameters Hub:Name=value --require-approval=never --method=direct',
    );
  });

  it('passes its exit status on, with where to read what it means', async () => {
    configured();
    expect(await run(['diff'], { runCdk: async () => 7 })).toBe(7);
    expect(said.join()).toContain('docs/deployment.md, Troubleshooting');
  });
});

describe('configuration', () => {
  it('without deployment.jsonc it says how to make one', async () => {
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('cp deployment.example.jsonc deployment.jsonc');
    expect(synthesized).toBe(0);
  });

  it('what is wrong in it is named before anything starts', async () => {
    configured({ hubAccountId: '1' });
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('hubAccountId: found "1"');
    expect(synthesized).toBe(0);
  });

  it('values of the example are refused, each with its place', async () => {
    writeFileSync(join(workspaceRoot, 'deployment.jsonc'), JSON.stringify(rawConfig(), null, 2));
    for (const action of ['diff', 'deploy']) {
      said = [];
      expect(await run([action])).toBe(1);
      expect(said.join()).toContain(
        'deployment.jsonc:2:21  organizationId: found "o-exampleorg1", which is an example; wanted your own',
      );
      expect(said.join()).toContain(': 5 problems');
    }
    expect(synthesized).toBe(0);
  });

  it('on an emulator they are allowed', async () => {
    writeFileSync(join(workspaceRoot, 'deployment.jsonc'), JSON.stringify(rawConfig()));
    const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' };
    await run(['deploy'], { environment });
    expect(said.join()).not.toContain('which is an example');
  });

  it('what synth refuses ends it with 1, before anything is changed', async () => {
    configured();
    expect(await run(['deploy'], { synthesize: async () => 130 })).toBe(1);
    expect(said.at(-1)).toContain('could not be synthesized');
    expect(cdkArgs).toBeUndefined();
  });

  it('that of another organization is refused', async () => {
    configured({ organizationId: 'o-zzzzzzzzzz', managementAccountId: '000000000002' });
    expect(await run(['deploy'])).toBe(1);
    expect(said.join()).toContain('found "o-zzzzzzzzzz"; this account is in "o-a1b2c3d4e5"');
    expect(said.join()).toContain('found "000000000002"; that of this organization');
    expect(cdkArgs).toBeUndefined();
  });

  it('an organization that may not be asked for is a doubt, not a stop', async () => {
    configured();
    const organization = () => Promise.reject(failure('AccessDeniedException'));
    expect(await run(['deploy'], { organization })).toBe(0);
    expect(said[0]).toContain('Could not check "organizationId"');
  });
});

describe('a hub account that nobody would watch', () => {
  const organizationalUnits = ['ou-a1b2-11111111'];

  it('is refused before anything starts', async () => {
    configured({ organizationalUnits });
    expect(await run(['deploy'], { parentOf: async () => 'r-a1b2' })).toBe(1);
    expect(said.join()).toContain('leaves the hub account unwatched');
    expect(synthesized).toBe(0);
  });

  it('is a doubt where AWS does not say', async () => {
    configured({ organizationalUnits });
    const parentOf = () => Promise.reject(failure('AccessDeniedException'));
    expect(await run(['diff'], { parentOf })).toBe(0);
    expect(said[0]).toContain('organizations:ListParents: AccessDeniedException');
  });
});

describe('credentials', () => {
  it('decide which of the targets is meant; what is left is said', async () => {
    configured();
    await run(['deploy'], { callerIdentity: callerOf('000000000000') });
    expect(cdkArgs?.slice(0, 2)).toEqual(['deploy', 'Own']);
    expect(said.at(-1)).toBe(
      'Also to deploy, with credentials of 000000000001, the hub account: Hub',
    );
  });

  it('of another account are refused, all accounts named', async () => {
    configured();
    const callerIdentity = callerOf('000000000002');
    expect(await run(['deploy'], { callerIdentity })).toBe(1);
    expect(said.join()).toMatch(/000000000002.*\n.*000000000001.* or 000000000000/);
    expect(cdkArgs).toBeUndefined();
  });

  it('that are missing: why, and which accounts would do', async () => {
    configured();
    const callerIdentity = () => Promise.reject(new UserError('No AWS credentials were found.'));
    expect(await run(['deploy'], { callerIdentity })).toBe(1);
    expect(said.join()).toMatch(
      /^No AWS credentials were found\.\n.*000000000001.* or 000000000000/,
    );
    expect(cdkArgs).toBeUndefined();
  });
});

it('a profile that does not exist is named as such', async () => {
  configured();
  const config = join(workspaceRoot, 'aws-config');
  writeFileSync(config, '[profile audit]\nregion = eu-west-1\n[profile "hub admin"]\n');
  const environment = {
    AWS_PROFILE: 'audti',
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: join(workspaceRoot, 'none'),
  };
  const callerIdentity = () => Promise.reject(new UserError('No AWS credentials were found.'));
  expect(await run(['deploy'], { callerIdentity, environment })).toBe(1);
  expect(said.join()).toContain(
    'AWS_PROFILE names the profile "audti", which does not exist; did you mean "audit"?',
  );
  said = [];
  await run(['deploy'], {
    callerIdentity,
    environment: { ...environment, AWS_PROFILE: 'hub admin' },
  });
  expect(said.join()).toContain('No AWS credentials were found.');
});

describe('destroy', () => {
  it('is refused while the stacks are protected', async () => {
    configured();
    expect(await run(['destroy'])).toBe(1);
    expect(said.join()).toContain('"terminationProtection": false');
    expect(cdkArgs).toBeUndefined();
  });

  it('says what is lost before it starts', async () => {
    configured({ terminationProtection: false });
    expect(await run(['destroy'])).toBe(0);
    expect(said[0]).toBe('Alerts end.');
    expect(cdkArgs).toEqual(['destroy', 'Hub', '--app', '/assembly']);
  });
});

it('an unknown action is wrong usage', async () => {
  expect(await run(['dpeloy'])).toBe(2);
  expect(said.join()).toContain('known are diff, deploy, destroy');
});
