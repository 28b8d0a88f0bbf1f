import { centralEventBusName, type Partition } from '@root-activity-monitor/deployment-config';
import { CfnEventBus, EventBus, IncludeDetail, Level } from 'aws-cdk-lib/aws-events';
import { ArnFormat, Stack, type RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EventBusLog } from './event-bus-log.ts';

export interface CentralEventBusProps {
  readonly organizationId: string;
  readonly partition: Partition;
  readonly removalPolicy: RemovalPolicy;
  readonly logRetentionDays: number;
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
    // In the GovCloud Regions CloudFormation has an older event bus: without description and log, and
    // with the policy as text.
    const older = props.partition === 'aws-us-gov';
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: centralEventBusName,
      ...(!older && {
        // No detail: what root did belongs in no log but the notifier's.
        logConfig: { level: Level.ERROR, includeDetail: IncludeDetail.NONE },
      }),
    });
    this.bus.applyRemovalPolicy(props.removalPolicy);
    const bus = this.bus.node.defaultChild;
    if (!(bus instanceof CfnEventBus)) throw new Error(`${this.bus.node.path} is no event bus`);
    const policy = this.policy(props.organizationId);
    bus.policy = older ? Stack.of(this).toJsonString(policy) : policy;
    if (older) return;
    new EventBusLog(this, 'Log', { bus: this.bus, retentionDays: props.logRetentionDays });
  }

  /**
   * One resource with the bus: there is no moment in which the bus lets partners in. The IDs of the
   * statements are new in this form, so that the removal of resources with the old ones takes nothing
   * away.
   */
  private policy(organizationId: string): Readonly<Record<string, unknown>> {
    const common = {
      Principal: '*',
      Action: 'events:PutEvents',
      Resource: Stack.of(this).formatArn({
        service: 'events',
        resource: 'event-bus',
        resourceName: centralEventBusName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    };
    return {
      Version: '2012-10-17',
      Statement: [
        {
          ...common,
          Sid: 'ForwardingRulesOfTheOrganization',
          Effect: 'Allow',
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': organizationId },
            // The key is false for a PutEvents of somebody's own. Where AWS leaves it out for a rule
            // with a role, `Bool` would refuse every event of the organization.
            BoolIfExists: { 'events:eventBusInvocation': 'true' },
          },
        },
        {
          ...common,
          // A partner chooses what its events say, and their source begins with "aws." too.
          Sid: 'NoEventsOfPartners',
          Effect: 'Deny',
          Condition: { StringLike: { 'events:source': 'aws.partner/*' } },
        },
      ],
    };
  }
}
