import { join } from 'node:path';
import { runPermissionsCommand } from '@root-activity-monitor/command-line/permissions';
import { hubPurposes } from './hub-purposes.ts';

const appRoot = join(import.meta.dirname, '..', '..');

await runPermissionsCommand({
  workspaceRoot: join(appRoot, '..', '..'),
  assembly: join(appRoot, 'cdk.out'),
  synthTask: 'hub-infra:synth',
  usage: 'npx nx run hub-infra:permissions',
  purposes: hubPurposes,
});
