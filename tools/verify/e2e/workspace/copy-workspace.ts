import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { undoneAtTheLatest } from '@root-activity-monitor/local-aws/moto';

const parts = [
  'apps',
  'libs',
  'tools',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  'vitest.shared.ts',
  'deployment.schema.json',
  'deployment.example.jsonc',
];
const made = new Set([
  'node_modules',
  'cdk.out',
  'dist',
  'coverage',
  'test-results',
  'reports',
  '.nx',
]);

/** A separate workspace, so that a test deployment changes neither configuration nor output here. */
export interface TestWorkspace {
  readonly root: string;
  configure(config: Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** Copies the sources of a workspace into a temporary folder; the packages are linked. */
export function copyWorkspace(original: string): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'root-activity-e2e-'));
  const erase = () => rmSync(root, { recursive: true, force: true });
  const erased = undoneAtTheLatest(erase);
  const remove = () => {
    erase();
    erased();
  };
  try {
    for (const part of parts) {
      const filter = (path: string) => !made.has(basename(path));
      cpSync(join(original, part), join(root, part), { recursive: true, filter });
    }
    symlinkSync(join(original, 'node_modules'), join(root, 'node_modules'));
  } catch (error) {
    remove();
    throw error;
  }
  const configure = (config: Readonly<Record<string, unknown>>) =>
    writeFileSync(join(root, 'deployment.jsonc'), JSON.stringify(config, null, 2));
  return { root, configure, remove };
}
