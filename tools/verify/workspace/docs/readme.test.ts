import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFile } from '@root-activity-monitor/deployment-config';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { help } from '@root-activity-monitor/tools/simulate';
import { readmeFacts, simulatedArguments, updatedReadme } from '@root-activity-monitor/tools/docs';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');
const read = (file: string): string => readFileSync(join(workspaceRoot, file), 'utf8');
const readme = read('README.md');

// With a deployment.jsonc, the simulator plays that and not the example.
it.runIf(!existsSync(join(workspaceRoot, configFile)))(
  'the README shows what the simulator prints, and counts right; else run nx run tools:docs',
  { timeout: 120_000 },
  async () => {
    expect(updatedReadme(readme, await readmeFacts(workspaceRoot))).toBe(readme);
  },
);

it('the command that it shows above that is the one that was run', () => {
  const [before] = readme.split('<!-- simulation');
  const command = `npx nx run tools:simulate ${simulatedArguments.join(' ')}`;
  expect(before?.trimEnd().endsWith(`npm ci\n${command}\n\`\`\``)).toBe(true);
});

describe('what is out of date is replaced', () => {
  const facts = {
    detections: 28,
    fixtures: 412,
    node: '>=22.1',
    simulation: '✓ mail   3.0 ms  to somebody\n\nalerted (7 ms)\n',
  };
  const page = (simulation: string): string =>
    [
      ...['in 27 [detections](x)', 'more than 300 synthetic events', 'Node 20.19 or newer'],
      '<!-- simulation: written by `npx nx run tools:docs` -->',
      `\n\`\`\`\n${simulation}\n\`\`\`\n\n<!-- /simulation -->`,
    ].join('\n');

  it('numbers and text', () => {
    const text = updatedReadme(page('old'), facts);
    expect(text).toContain('in 28 [detections]');
    expect(text).toContain('more than 400 synthetic events');
    expect(text).toContain('Node 22.1 or newer');
    expect(text).toContain('to somebody');
  });

  it('but not for another duration', () => {
    const slower = '✓ mail  13.0 ms  to somebody\n\nalerted (97 ms)';
    expect(updatedReadme(page(slower), facts)).toContain(slower);
    expect(updatedReadme(page(slower.replace('somebody', 'nobody')), facts)).not.toContain(
      'nobody',
    );
  });

  it('a missing place is an error', () => {
    expect(() => updatedReadme(page('x').replace('detections', 'rules'), facts)).toThrow(
      '0 places',
    );
    expect(() => updatedReadme(page('x').replace('/simulation', ''), facts)).toThrow('each once');
  });
});

describe('the commands of the documents exist', () => {
  const ProjectSchema = z.object({ name: z.string(), targets: z.record(z.string(), z.unknown()) });
  const inferred = ['lint', 'typecheck', 'test'];
  const folders = ['apps', 'libs', join('tools', 'verify')].flatMap((group) =>
    readdirSync(join(workspaceRoot, group)).map((name) => join(group, name)),
  );
  const targets = [...folders, 'tools']
    .map((folder) => join(folder, 'project.json'))
    .filter((file) => existsSync(join(workspaceRoot, file)))
    .flatMap((file) => {
      const project = ProjectSchema.parse(JSON.parse(read(file)));
      return [...inferred, ...Object.keys(project.targets)].map(
        (name) => `${project.name}:${name}`,
      );
    });

  it.each(['README.md', 'CONTRIBUTING.md', 'tools/README.md', 'docs/deployment.md'])(
    'as targets: %s',
    (file) => {
      const named = [...read(file).matchAll(/\bnx run ([a-z0-9-]+:[a-z0-9-]+)/g)].map(
        ([, target]) => target,
      );
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((target) => !targets.includes(target ?? ''))).toEqual([]);
    },
  );

  it.each(['README.md', 'CONTRIBUTING.md', 'tools/README.md'])('as flags: %s', (file) => {
    const lines = [...read(file).matchAll(/(?:tools:simulate|-s simulate --)(.*)/g)];
    const flags = lines.flatMap(
      ([, rest = '']) => (rest.split(/[|#`]/)[0] ?? '').match(/--[a-z-]+/g) ?? [],
    );
    expect(flags.filter((flag) => !help.includes(flag))).toEqual([]);
  });
});
