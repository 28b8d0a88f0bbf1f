import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDeploymentConfig, parseDeploymentConfig } from './load-config.ts';
import { rawConfig } from './testing/raw-config.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'deployment-config-'));
});
afterEach(() => {
  rmSync(workspace, { recursive: true });
});

const write = (file: string, organizationId: string): void => {
  writeFileSync(join(workspace, file), JSON.stringify(rawConfig({ organizationId })));
};

describe('which file is read', () => {
  it('deployment.jsonc, where there is one', () => {
    write('deployment.example.jsonc', 'o-exampleorg1');
    write('deployment.jsonc', 'o-exampleorg2');
    const loaded = loadDeploymentConfig(workspace);
    expect(loaded).toMatchObject({
      isExample: false,
      path: join(workspace, 'deployment.jsonc'),
      config: { organizationId: 'o-exampleorg2' },
    });
  });

  it('the example otherwise, and it says so', () => {
    write('deployment.example.jsonc', 'o-exampleorg1');
    expect(loadDeploymentConfig(workspace).isExample).toBe(true);
  });
});

describe('what is written', () => {
  it('defaults are filled in', () => {
    expect(parseDeploymentConfig(JSON.stringify(rawConfig()), 'f')).toMatchObject({
      optInRegions: [],
      organizationalUnits: [],
      retention: { logDays: 365, archiveDays: 90 },
      accountNames: {},
      tags: {},
      terminationProtection: true,
      alerts: { subscriptions: [{ minimumSeverity: 'low' }] },
    });
  });

  it('comments and trailing commas are allowed', () => {
    const text = JSON.stringify(rawConfig()).replace('{', '{ // mine\n').replace(/\}$/, ',}');
    expect(parseDeploymentConfig(text, 'f').homeRegion).toBe('eu-west-1');
  });

  it('an empty object is one clear problem a field that is missing', () => {
    expect(() => parseDeploymentConfig('{}', 'f')).toThrow(
      'organizationId: found nothing; wanted an organization ID',
    );
  });
});
