import { DeploymentConfigError, type Problem } from '../problems/problems.ts';
import { parseDeploymentConfig } from '../load-config.ts';

/** What is wrong with a configuration; nothing where it is valid. */
export function problemsOf(raw: unknown): readonly Problem[] {
  try {
    parseDeploymentConfig(JSON.stringify(raw), 'deployment.jsonc');
    return [];
  } catch (error) {
    if (!(error instanceof DeploymentConfigError)) throw error;
    return error.problems;
  }
}
