import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadDeploymentConfig } from '@root-activity-monitor/deployment-config';
import { loadAssembly } from '../cloudformation/assembly.ts';
import { TemplateError } from '../cloudformation/errors.ts';
import { readTemplate } from '../cloudformation/template.ts';
import type { Templates } from '../road/organization.ts';

export const workspaceRoot = join(import.meta.dirname, '..', '..', '..');

const hubAssembly = join('apps', 'hub-infra', 'cdk.out');
const spokeTemplate = join(
  'apps',
  'spoke-template',
  'cdk.out',
  'RootActivityMonitorSpoke.template.json',
);

/**
 * The templates as they were synthesized last.
 *
 * @throws TemplateError that says what to run when they are not there
 */
export function loadTemplates(root: string = workspaceRoot): Templates {
  demand(root, join(hubAssembly, 'manifest.json'), 'hub-infra');
  demand(root, spokeTemplate, 'spoke-template');
  return {
    hub: loadAssembly(join(root, hubAssembly)),
    spoke: readTemplate(join(root, spokeTemplate)),
    organizationId: loadDeploymentConfig(root).config.organizationId,
  };
}

function demand(root: string, path: string, project: string): void {
  if (existsSync(join(root, path))) return;
  throw new TemplateError(`${path} is missing; make it with: npx nx run ${project}:synth`);
}
