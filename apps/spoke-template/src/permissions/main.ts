import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { readStacks, runPermissionsCommand } from '@root-activity-monitor/deployment-permissions';
import { folders } from '../folders.ts';
import { rolloutPurposes } from './rollout-purposes.ts';

const say = (text: string): void => {
  console.error(text);
};

function main(): number {
  const { config, isExample } = loadDeploymentConfig(folders.workspaceRoot);
  if (isExample)
    say('No deployment.jsonc: these are the permissions for deployment.example.jsonc.');
  const purposes = rolloutPurposes(config, readStacks(folders.rolloutAssembly));
  const others = Object.keys(purposes).slice(1);
  if (others.length > 0) say(`Also: --for ${others.join(', --for ')}.`);
  return runPermissionsCommand(process.argv.slice(2), {
    usage: 'npx nx run spoke-template:permissions',
    purposes,
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
