import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDeploymentConfig } from '@root-activity-monitor/deployment-config';
import { loadAssembly, TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import type { Templates } from '../flow/organization.ts';
import { loadRollout } from '../flow/rollout.ts';

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
  demandSame(root, organizationId);
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

/** Called without Nx, the program plays what was synthesized last, which may be another's hub. */
function demandSame(root: string, organizationId: string): void {
  const folder = join(root, hubAssembly);
  const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
  const isSame = templates.some((file) =>
    readFileSync(join(folder, file), 'utf8').includes(`"${organizationId}"`),
  );
  if (isSame) return;
  throw new TemplateError(
    `the templates in ${hubAssembly} were synthesized from another configuration, not for organization ${organizationId}; make them anew with: npx nx run-many -t synth synth-rollout`,
  );
}
