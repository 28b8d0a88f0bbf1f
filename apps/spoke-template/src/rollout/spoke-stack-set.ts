import { CfnStackSet } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface SpokeStackSetProps {
  /** The spoke's template as JSON; a StackSet takes at most 51,200 bytes of it inline. */
  readonly templateBody: string;
  readonly centralEventBusArn: string;
  readonly organizationalUnitIds: string[];
  readonly regions: readonly string[];
  /** Whether a delegated administrator deploys, and not the management account. */
  readonly delegated: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

const LONGEST_TEMPLATE_BODY = 51_200;

/**
 * The spoke in every account of the organizational units, those that join later included, in all
 * Regions at once. It never reaches the management account.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html
 */
export class SpokeStackSet extends Construct {
  constructor(scope: Construct, id: string, props: SpokeStackSetProps) {
    super(scope, id);
    const bytes = Buffer.byteLength(props.templateBody);
    if (bytes > LONGEST_TEMPLATE_BODY) {
      throw new Error(
        `The spoke's template has ${bytes} bytes; a StackSet takes at most ${LONGEST_TEMPLATE_BODY}.`,
      );
    }
    new CfnStackSet(this, 'Resource', {
      stackSetName: 'root-activity-monitor',
      description: 'Root Activity Monitor: forwards root activity to the hub.',
      permissionModel: 'SERVICE_MANAGED',
      callAs: props.delegated ? 'DELEGATED_ADMIN' : 'SELF',
      // An account that leaves must not keep a rule whose target refuses it.
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      managedExecution: { Active: true },
      capabilities: ['CAPABILITY_IAM'],
      templateBody: props.templateBody,
      parameters: [
        { parameterKey: 'CentralEventBusArn', parameterValue: props.centralEventBusArn },
      ],
      operationPreferences: {
        regionConcurrencyType: 'PARALLEL',
        // A few accounts that refuse must not keep all others unwatched, but a broken template must.
        failureTolerancePercentage: 10,
        maxConcurrentPercentage: 100,
        concurrencyMode: 'SOFT_FAILURE_TOLERANCE',
      },
      stackInstancesGroup: [
        {
          deploymentTargets: { organizationalUnitIds: props.organizationalUnitIds },
          regions: [...props.regions],
        },
      ],
      tags: Object.entries(props.tags).map(([key, value]) => ({ key, value })),
    });
  }
}
