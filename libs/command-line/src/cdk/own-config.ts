import {
  configFile,
  DeploymentConfigError,
  exampleFile,
  exampleValues,
  loadDeploymentConfig,
  problemsAt,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { UserError } from '../command/errors.ts';

/**
 * The configuration of a real deployment, never the example.
 *
 * @param options.allowExampleValues for an AWS emulator, whose accounts are those of examples
 *
 * @throws UserError where there is none
 * @throws DeploymentConfigError where it is wrong, or still has values of the example
 */
export function ownConfig(
  workspaceRoot: string,
  { allowExampleValues }: { readonly allowExampleValues: boolean },
): DeploymentConfig {
  const { config, isExample, path, text } = loadDeploymentConfig(workspaceRoot);
  if (isExample) throw new UserError(missing);
  const left = allowExampleValues ? [] : problemsAt(exampleValues(config), text);
  if (left.length > 0) throw new DeploymentConfigError(path, left);
  return config;
}

const missing = [
  `${configFile} is missing, so that it is not known what to deploy where.`,
  `  cp ${exampleFile} ${configFile}`,
  'Then put your organization, accounts, home Region and subscriptions into it, and run this again.',
].join('\n');
