import { rmSync } from 'node:fs';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import type { App } from 'aws-cdk-lib/core';
import type { AcknowledgedFinding } from './acknowledged-finding.ts';
import { checkedSynth, explained } from './checked-synth.ts';

export interface Synthesis {
  readonly workspaceRoot: string;
  /** The folder to write the templates to; what is in it goes. */
  readonly outdir: string;
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly make: (config: DeploymentConfig) => App;
}

/**
 * Synthesizes an app of the workspace's configuration; where the configuration is wrong, or a
 * deployment would fail, says what is wrong and sets the exit status of this process.
 */
export function synthesize({ workspaceRoot, outdir, acknowledged, make }: Synthesis): void {
  try {
    const { config, isExample } = loadDeploymentConfig(workspaceRoot);
    if (isExample) {
      process.stderr.write('No deployment.jsonc: synthesizing from deployment.example.jsonc.\n');
    }
    rmSync(outdir, { recursive: true, force: true });
    checkedSynth(make(config), acknowledged);
  } catch (error) {
    const message = error instanceof DeploymentConfigError ? error.message : explained(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
