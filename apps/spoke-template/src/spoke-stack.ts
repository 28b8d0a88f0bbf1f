import { BootstraplessSynthesizer, CfnParameter, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Spoke, type SpokeProps } from './spoke.ts';

export type SpokeStackProps = Pick<SpokeProps, 'alarm' | 'encryptParkedEvents'>;

/**
 * What every account has in every watched Region. The template stands for itself, with neither
 * assets nor transforms nor a bootstrapped account, so that a service-managed StackSet can roll it
 * out; in the hub account it works unchanged.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 */
export class SpokeStack extends Stack {
  constructor(scope: Construct, id: string, props: SpokeStackProps) {
    super(scope, id, {
      synthesizer: new BootstraplessSynthesizer(),
      analyticsReporting: false,
      description:
        'Root Activity Monitor, spoke: forwards root activity that CloudTrail records in this account and Region to the central event bus.',
    });
    const centralEventBusArn = new CfnParameter(this, 'CentralEventBusArn', {
      description: 'ARN of the central event bus in the hub account, an output of the hub stack.',
      allowedPattern:
        '^arn:aws(-us-gov|-cn)?:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._-]{1,256}$',
      constraintDescription:
        'must be the ARN of a custom event bus: arn:aws:events:REGION:ACCOUNT:event-bus/NAME',
    });
    this.templateOptions.metadata = {
      'AWS::CloudFormation::Interface': {
        ParameterGroups: [{ Label: { default: 'Hub' }, Parameters: ['CentralEventBusArn'] }],
        ParameterLabels: { CentralEventBusArn: { default: 'Central event bus' } },
      },
      RootActivityMonitor: {
        DeployTo: 'Every account, in every Region where it can act; the hub account too.',
        NeedsCapability: 'CAPABILITY_IAM',
      },
    };
    new Spoke(this, 'Spoke', { centralEventBusArn: centralEventBusArn.valueAsString, ...props });
  }
}
