import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hubStack, hubTemplate } from './testing/hub-template.ts';
import { resourcesOf } from './testing/resources.ts';

const noLint = spawnSync('cfn-lint', ['--version']).error !== undefined;

it('the stack is in the hub account and the home Region, protected and tagged', () => {
  const stack = hubStack({ tags: { team: 'security' } });
  expect([stack.account, stack.region]).toEqual(['123456789012', 'eu-west-1']);
  expect(stack.terminationProtection).toBe(true);
  expect(stack.tags.tagValues()).toEqual({ team: 'security' });
});

it('the spokes are told the ARN of the bus in the partition of the home Region', () => {
  hubTemplate({ homeRegion: 'us-gov-west-1' }).hasOutput('CentralEventBusArn', {
    Value: 'arn:aws-us-gov:events:us-gov-west-1:123456789012:event-bus/root-activity',
  });
});

it('its resources are these: an ID that changes is a resource that is replaced', () => {
  const resources = resourcesOf(hubTemplate(), 'AWS::').map(({ id, type }) => `${type} ${id}`);
  expect(resources.sort()).toMatchSnapshot();
});

it('two synths of one configuration are equal', () => {
  expect(hubTemplate().toJSON()).toEqual(hubTemplate().toJSON());
});

describe.skipIf(noLint)('cfn-lint has nothing to say (skipped where it is missing)', () => {
  it.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1'])(
    'in %s',
    (homeRegion) => {
      const folder = mkdtempSync(join(tmpdir(), 'hub-'));
      try {
        const file = join(folder, 'hub.template.json');
        writeFileSync(file, JSON.stringify(hubTemplate({ homeRegion }).toJSON()));
        // W3005: CDK repeats in DependsOn what a reference already says.
        const args = ['--regions', homeRegion, '--ignore-checks', 'W3005', '--', file];
        const { stdout, status } = spawnSync('cfn-lint', args, {
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
});
