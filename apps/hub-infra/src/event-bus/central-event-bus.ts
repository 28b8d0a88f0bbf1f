import { CENTRAL_EVENT_BUS_NAME } from '@root-activity-monitor/deployment-config';
import { CfnEventBusPolicy, EventBus } from 'aws-cdk-lib/aws-events';
import type { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface CentralEventBusProps {
  readonly organizationId: string;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The bus that every forwarding rule of the organization sends to. Its policy lets in what arrives
 * through a rule of an account of the organization, so that nobody can put an event on it directly;
 * principals of the hub account itself need no resource policy.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export class CentralEventBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, props: CentralEventBusProps) {
    super(scope, id);
    // No description: CloudFormation does not take one in the GovCloud Regions.
    this.bus = new EventBus(this, 'Bus', { eventBusName: CENTRAL_EVENT_BUS_NAME });
    this.bus.applyRemovalPolicy(props.removalPolicy);
    this.policy('RulesOfTheOrganization', {
      Effect: 'Allow',
      Principal: '*',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
        Bool: { 'events:eventBusInvocation': 'true' },
      },
    });
    // A partner chooses what its events say, and their source begins with "aws." too.
    this.policy('NoPartnerEvents', {
      Effect: 'Deny',
      Principal: '*',
      Condition: { StringLike: { 'events:source': 'aws.partner/*' } },
    });
  }

  private policy(statementId: string, statement: Readonly<Record<string, unknown>>): void {
    new CfnEventBusPolicy(this, statementId, {
      eventBusName: this.bus.eventBusName,
      statementId,
      statement: { ...statement, Action: 'events:PutEvents', Resource: this.bus.eventBusArn },
    });
  }
}
