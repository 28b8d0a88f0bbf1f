import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadDeploymentConfig } from '@root-activity-monitor/deployment-config';
import { loadAssembly } from '../cloudformation/assembly.ts';
import { TemplateError } from '../cloudformation/errors.ts';
import type { Templates } from '../road/organization.ts';
import { loadRollout } from '../road/rollout.ts';

export const workspaceRoot = join(import.meta.dirname, '..', '..', '..');

const hubAssembly = join('apps', 'hub-infra', 'cdk.out');
const rolloutAssembly = join('apps', 'spoke-template', 'rollout', 'cdk.out');

/**
 * The templates as they were synthesized last.
 *
 * @throws TemplateError that says what to run when they are not there
 */
export function loadTemplates(root: string = workspaceRoot): Templates {
  demand(root, join(hubAssembly, 'manifest.json'), 'hub-infra:synth');
  demand(root, join(rolloutAssembly, 'manifest.json'), 'spoke-template:synth-rollout');
  const { organizationId, managementAccountId } = loadDeploymentConfig(root).config;
  return {
    hub: loadAssembly(join(root, hubAssembly)),
    rollout: loadRollout(join(root, rolloutAssembly), managementAccountId),
    organizationId,
  };
}

function demand(root: string, path: string, target: string): void {
  if (existsSync(join(root, path))) return;
  throw new TemplateError(`${path} is missing; make it with: npx nx run ${target}`);
}
