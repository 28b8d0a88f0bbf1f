import { rmSync } from 'node:fs';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { checkedSynth, explained } from '@root-activity-monitor/synth-checks';
import type { App } from 'aws-cdk-lib/core';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import { folders } from './folders.ts';

/**
 * Synthesizes an app of the workspace's configuration into a folder; where the configuration is
 * wrong, or a deployment would fail, says what is wrong and sets the exit status.
 */
export function synthesize(outdir: string, make: (config: DeploymentConfig) => App): void {
  try {
    const { config, isExample } = loadDeploymentConfig(folders.workspaceRoot);
    if (isExample)
      console.error('No deployment.jsonc: synthesizing from deployment.example.jsonc.');
    rmSync(outdir, { recursive: true, force: true });
    checkedSynth(make(config), acknowledgedFindings);
  } catch (error) {
    const message = error instanceof DeploymentConfigError ? error.message : explained(error);
    if (message === undefined) throw error;
    console.error(message);
    process.exitCode = 1;
  }
}
