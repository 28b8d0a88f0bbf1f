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

/** The name of the StackSet. */
export const stackSetName = 'root-activity-monitor';

const maxTemplateBodyLength = 51_200;

/**
 * The spoke in every account of the organizational units, those that join later included, in all
 * Regions at once. It never reaches the management account.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html
 */
export class SpokeStackSet extends Construct {
  constructor(scope: Construct, id: string, props: SpokeStackSetProps) {
    super(scope, id);
    const bytes = Buffer.byteLength(props.templateBody);
    if (bytes > maxTemplateBodyLength) {
      throw new Error(
        `The spoke's template has ${bytes} bytes; a StackSet takes at most ${maxTemplateBodyLength}.`,
      );
    }
    new CfnStackSet(this, 'Resource', {
      stackSetName: stackSetName,
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
        // Whatever fails somewhere must not keep the others unwatched: CloudFormation counts failures in
        // each Region, rounded down, and one Region over the limit rolls the whole StackSet back. What
        // the spoke did not reach, the deploy command reports.
        failureTolerancePercentage: 100,
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
