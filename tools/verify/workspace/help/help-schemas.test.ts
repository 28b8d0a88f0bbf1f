import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { helps, helpSchema, schemaFile } from './help-schemas.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');

it.each(Object.entries(helps))(
  'Nx knows the help of %s; else run nx run tools:docs',
  (name, help) => {
    const stored: unknown = JSON.parse(
      readFileSync(join(workspaceRoot, 'tools', 'nx', schemaFile(name)), 'utf8'),
    );
    expect(stored).toEqual(helpSchema(help));
    // Nx indents by two and breaks at 80.
    expect(help.split('\n').filter(({ length }) => length > 78)).toEqual([]);
  },
);

it('"nx run tools:simulate --help" shows the help in a pipe', { timeout: 60_000 }, async () => {
  const nx = join(workspaceRoot, 'node_modules', '.bin', 'nx');
  const { stdout } = await promisify(execFile)(nx, ['run', 'tools:simulate', '--help'], {
    cwd: workspaceRoot,
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NX_ISOLATE_PLUGINS: 'false' },
  });
  const trimmed = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.replaceAll('\u200B', '').trim())
      .join('\n');
  expect(trimmed(stdout)).toContain(trimmed(helps.simulate));
  // A continuation line starts in the column of the first.
  expect(stdout).toMatch(/^ {2}\u200B {8,}\S/m);
});
