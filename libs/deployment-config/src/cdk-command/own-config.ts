import type { DeploymentConfig } from '../config-schema.ts';
import { CONFIG_FILE, EXAMPLE_FILE, loadDeploymentConfig } from '../load-config.ts';
import { Refusal } from './refusal.ts';

/**
 * The configuration of a real deployment, never the example.
 *
 * @throws Refusal where there is none
 * @throws DeploymentConfigError where it is wrong
 */
export function ownConfig(workspaceRoot: string): DeploymentConfig {
  const { config, isExample } = loadDeploymentConfig(workspaceRoot);
  if (!isExample) return config;
  throw new Refusal(
    [
      `${CONFIG_FILE} is missing, so that it is not known what to deploy where.`,
      `  cp ${EXAMPLE_FILE} ${CONFIG_FILE}`,
      'Then put your organization, accounts, home Region and subscriptions into it, and run this again.',
    ].join('\n'),
  );
}
