import { cpSync, mkdirSync, mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadTemplates, workspaceRoot } from './workspace.ts';

const assemblies = [
  join('apps', 'hub-infra', 'cdk.out'),
  join('apps', 'spoke-template', 'rollout', 'cdk.out'),
];
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'simulate-workspace-'));
  for (const assembly of assemblies) {
    mkdirSync(join(root, assembly), { recursive: true });
    cpSync(join(workspaceRoot, assembly), join(root, assembly), { recursive: true });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('plays no templates that were synthesized for another organization', () => {
  const example = readFileSync(join(workspaceRoot, 'deployment.example.jsonc'), 'utf8');
  const synthesizedFor = loadTemplates().organizationId;
  const write = (organizationId: string) =>
    writeFileSync(
      join(root, 'deployment.jsonc'),
      example.replace(/"organizationId": "[^"]+"/, `"organizationId": "${organizationId}"`),
    );
  write(synthesizedFor);
  expect(loadTemplates(root).organizationId).toBe(synthesizedFor);
  write('o-a1b2c3d4e5');
  expect(() => loadTemplates(root)).toThrow(
    /synthesized from another configuration, not for organization o-a1b2c3d4e5/,
  );
});
