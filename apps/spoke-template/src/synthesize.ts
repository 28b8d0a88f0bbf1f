import { rmSync } from 'node:fs';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import type { App } from 'aws-cdk-lib/core';
import { folders } from './folders.ts';

/**
 * Synthesizes an app of the workspace's configuration into a folder; where the configuration is
 * wrong, says what is wrong and sets the exit status.
 */
export function synthesize(outdir: string, make: (config: DeploymentConfig) => App): void {
  try {
    const { config, isExample } = loadDeploymentConfig(folders.workspaceRoot);
    if (isExample)
      console.error('No deployment.jsonc: synthesizing from deployment.example.jsonc.');
    rmSync(outdir, { recursive: true, force: true });
    make(config).synth();
  } catch (error) {
    if (!(error instanceof DeploymentConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
