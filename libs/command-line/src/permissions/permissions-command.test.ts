import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawConfig } from '@root-activity-monitor/deployment-config/testing/raw-config';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { performCommand } from '../command/run-command.ts';
import { permissionsCommand } from './permissions-command.ts';

let workspaceRoot: string;
beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), 'permissions-'));
  writeFileSync(join(workspaceRoot, 'deployment.example.jsonc'), JSON.stringify(rawConfig()));
});
afterEach(() => rmSync(workspaceRoot, { recursive: true }));

const synthesized = (): void =>
  writeFileSync(join(workspaceRoot, 'manifest.json'), '{"artifacts":{}}');

async function run(...argv: string[]) {
  const [written, warned]: [string[], string[]] = [[], []];
  const command = permissionsCommand({
    workspaceRoot,
    assembly: workspaceRoot,
    synthTask: 'app:synth',
    usage: 'npx nx run app:permissions',
    purposes: (_config, stacks) => ({
      deployer: {
        whom: 'whoever deploys',
        needed: () => [
          ...stacks().map(({ name }) => ({ action: 'cloudformation:*', resources: [name] })),
          { action: 'sts:AssumeRole', resources: ['*'] },
        ],
      },
      redrive: {
        whom: 'whoever redrives',
        needed: () => [{ action: 'sqs:SendMessage', resources: ['*'] }],
      },
    }),
  });
  const status = await performCommand(command, argv, {
    write: (line) => written.push(line),
    warn: (line) => warned.push(line),
    signal: new AbortController().signal,
  });
  return { status, written: written.join('\n'), warned: warned.join('\n') };
}

it('prints the policy alone, for the default or for whom is named', async () => {
  synthesized();
  expect(JSON.parse((await run()).written)).toMatchObject({
    Statement: [{ Action: 'sts:AssumeRole' }],
  });
  const { written, warned } = await run('--for', 'redrive');
  expect(JSON.parse(written)).toMatchObject({ Statement: [{ Action: 'sqs:SendMessage' }] });
  expect(warned).toContain('For whoever redrives.');
  expect(warned).toContain('Also: --for deployer.');
});

it('writes it to a file', async () => {
  synthesized();
  const out = join(workspaceRoot, 'policy.json');
  expect((await run('--out', out)).written).toBe('');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ Version: '2012-10-17' });
});

it('without synthesized templates it says how to make them', async () => {
  await expect(run()).rejects.toThrow('Run: npx nx run app:synth');
});

it('helps without synthesized templates, and names everybody', async () => {
  const { status, written } = await run('--for', 'nobody', '--help');
  expect(status).toBe(0);
  expect(written).toContain(
    '  deployer  whoever deploys (the default)\n  redrive   whoever redrives',
  );
});

it('names whom it knows', async () => {
  await expect(run('--for', 'deploy')).rejects.toThrow(
    '--for must be deployer or redrive, got "deploy"; did you mean "deployer"?',
  );
});
