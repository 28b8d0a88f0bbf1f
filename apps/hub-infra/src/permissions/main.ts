import { join } from 'node:path';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { readStacks, runPermissionsCommand } from '@root-activity-monitor/deployment-permissions';
import { hubPurposes } from './hub-purposes.ts';

const appRoot = join(import.meta.dirname, '..', '..');
const say = (text: string): void => {
  console.error(text);
};

function main(): number {
  const { config, isExample } = loadDeploymentConfig(join(appRoot, '..', '..'));
  if (isExample)
    say('No deployment.jsonc: these are the permissions for deployment.example.jsonc.');
  const [stack] = readStacks(join(appRoot, 'cdk.out'));
  if (stack === undefined) throw new Error('the assembly in cdk.out has no stack');
  return runPermissionsCommand(process.argv.slice(2), {
    usage: 'npx nx run hub-infra:permissions',
    purposes: hubPurposes(config, stack),
    print: (text) => console.log(text),
    say,
  });
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof DeploymentConfigError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
