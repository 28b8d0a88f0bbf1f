import { runPermissionsCommand } from '@root-activity-monitor/command-line/permissions';
import { folders } from '../folders.ts';
import { rolloutPurposes } from './rollout-purposes.ts';

await runPermissionsCommand({
  workspaceRoot: folders.workspaceRoot,
  assembly: folders.rolloutAssembly,
  synthTask: 'spoke-template:synth-rollout',
  usage: 'npx nx run spoke-template:permissions',
  purposes: rolloutPurposes,
});
