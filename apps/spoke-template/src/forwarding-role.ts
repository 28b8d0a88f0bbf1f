import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface ForwardingRoleProps {
  /** The only rules that may use the role. */
  readonly ruleArns: readonly string[];
  /** The only event bus that the role may put events on. */
  readonly eventBusArn: string;
}

/**
 * What EventBridge forwards with. IAM is global and this template runs in many Regions of one
 * account, so that CloudFormation names the role.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class ForwardingRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ForwardingRoleProps) {
    super(scope, id);
    const role = new CfnRole(this, 'Resource', {
      description: 'Lets EventBridge forward root activity to the central event bus.',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ForwardingRules',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: {
              StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
              ArnEquals: { 'aws:SourceArn': props.ruleArns },
            },
          },
        ],
      },
      policies: [
        {
          policyName: 'put-events-on-the-central-event-bus',
          policyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'CentralEventBus',
                Effect: 'Allow',
                Action: 'events:PutEvents',
                Resource: props.eventBusArn,
              },
            ],
          },
        },
      ],
    });
    this.roleArn = role.attrArn;
  }
}
