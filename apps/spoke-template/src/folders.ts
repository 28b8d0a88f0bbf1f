import { join } from 'node:path';

const appRoot = join(import.meta.dirname, '..');

/** Where things are; `cdk.out` is the template's assembly, the other that of its rollout. */
export const folders = {
  appRoot,
  workspaceRoot: join(appRoot, '..', '..'),
  templateAssembly: join(appRoot, 'cdk.out'),
  rolloutAssembly: join(appRoot, 'rollout', 'cdk.out'),
} as const;
