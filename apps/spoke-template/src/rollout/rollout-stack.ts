import {
  centralEventBusArn,
  watchedRegions,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { CfnParameter, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { rolloutAccountOf } from './rollout-plan.ts';
import { SpokeStackSet } from './spoke-stack-set.ts';

/** The parameter that is asked for where the whole organization is watched. */
export const rootIdParameter = 'OrganizationRootId';

export interface RolloutStackProps {
  readonly config: DeploymentConfig;
  /** The spoke's template as JSON. */
  readonly templateBody: string;
}

/** The rollout: one StackSet, in the management account or that of a delegated administrator. */
export class RolloutStack extends Stack {
  constructor(scope: Construct, id: string, { config, templateBody }: RolloutStackProps) {
    const account = rolloutAccountOf(config);
    super(scope, id, {
      description: 'Root Activity Monitor, rollout: the spoke in every account and watched Region.',
      env: { account, region: config.homeRegion },
      tags: config.tags,
      terminationProtection: config.terminationProtection,
      // No assets and no roles of bootstrapping: CloudFormation acts with the deployer's permissions.
      synthesizer: new LegacyStackSynthesizer(),
      analyticsReporting: false,
    });
    const { organizationalUnits } = config;
    new SpokeStackSet(this, 'Spokes', {
      templateBody,
      centralEventBusArn: centralEventBusArn(config),
      organizationalUnitIds: organizationalUnits.length > 0 ? organizationalUnits : [this.rootId()],
      regions: watchedRegions(config),
      delegated: account !== config.managementAccountId,
      tags: config.tags,
    });
  }

  private rootId(): string {
    return new CfnParameter(this, rootIdParameter, {
      description: "ID of the organization's root, for the whole organization is watched.",
      allowedPattern: '^r-[0-9a-z]{4,32}$',
    }).valueAsString;
  }
}
