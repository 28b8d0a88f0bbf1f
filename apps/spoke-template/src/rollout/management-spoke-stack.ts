import {
  centralEventBusArn,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { LegacyStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Spoke } from '../spoke.ts';
import { managementStackName } from './rollout-plan.ts';

export interface ManagementSpokeStackProps {
  readonly config: DeploymentConfig;
  readonly region: string;
}

/** The management account's own spoke in one Region: a service-managed StackSet leaves it out. */
export class ManagementSpokeStack extends Stack {
  constructor(scope: Construct, id: string, { config, region }: ManagementSpokeStackProps) {
    super(scope, id, {
      stackName: managementStackName,
      description: 'Root Activity Monitor, spoke of the management account.',
      env: { account: config.managementAccountId, region },
      tags: config.tags,
      terminationProtection: config.terminationProtection,
      // No assets and no roles of bootstrapping: CloudFormation acts with the deployer's permissions.
      synthesizer: new LegacyStackSynthesizer(),
      analyticsReporting: false,
    });
    new Spoke(this, 'Spoke', {
      centralEventBusArn: centralEventBusArn(config),
      alarm: config.operations.spokeAlarms,
      encryptParkedEvents: config.operations.encryptParkedEvents,
    });
  }
}
