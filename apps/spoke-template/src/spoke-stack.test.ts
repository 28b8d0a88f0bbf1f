import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spokeTemplate } from './testing/spoke-template.ts';

const template = spokeTemplate();
const json = template.toJSON() as Record<string, object>;
const resources = Object.values(json['Resources'] ?? {}) as {
  Type: string;
  Properties: Record<string, unknown>;
}[];
const noLint = spawnSync('cfn-lint', ['--version']).error !== undefined;

describe('a service-managed StackSet can roll it out', () => {
  it('within the size that a template body may have, half of it spare', () => {
    expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(51_200 / 2);
  });

  it('no transforms, rules, conditions or mappings', () => {
    expect(Object.keys(json).sort()).toEqual([
      'Description',
      'Metadata',
      'Parameters',
      'Resources',
    ]);
  });

  it('one parameter, the central event bus, that takes only the ARN of a custom bus', () => {
    expect(Object.keys(json['Parameters'] ?? {})).toEqual(['CentralEventBusArn']);
    const { AllowedPattern } = Object.values(json['Parameters'] ?? {})[0] as {
      AllowedPattern: string;
    };
    const allowed = new RegExp(AllowedPattern);
    expect('arn:aws:events:eu-west-1:123456789012:event-bus/root-activity').toMatch(allowed);
    expect('arn:aws-us-gov:events:us-gov-west-1:123456789012:event-bus/root-activity').toMatch(
      allowed,
    );
    expect('arn:aws:events:eu-west-1:123456789012:rule/root-activity').not.toMatch(allowed);
    expect('arn:aws:events:eu-west-1:12345:event-bus/root-activity').not.toMatch(allowed);
  });

  it('it runs in many Regions of one account: no IAM resource has a name', () => {
    const iam = resources.filter(({ Type }) => Type.startsWith('AWS::IAM::'));
    expect(iam).not.toEqual([]);
    for (const { Properties } of iam) {
      expect(Properties).not.toHaveProperty('RoleName');
      expect(Properties).not.toHaveProperty('ManagedPolicyName');
    }
  });

  it('it names no account, Region or partition', () => {
    expect(JSON.stringify(resources)).not.toMatch(/\d{12}|arn:aws|us-east-1/);
  });
});

it('its resources are these: an ID that changes is a resource that is replaced', () => {
  const ids = Object.entries(json['Resources'] ?? {}).map(
    ([id, { Type }]: [string, { Type: string }]) => `${Type} ${id}`,
  );
  expect(ids.sort()).toMatchSnapshot();
});

it.skipIf(noLint)(
  'cfn-lint has nothing to say (skipped where cfn-lint is missing)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'spoke-'));
    try {
      const file = join(folder, 'spoke.template.json');
      writeFileSync(file, JSON.stringify(json));
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
