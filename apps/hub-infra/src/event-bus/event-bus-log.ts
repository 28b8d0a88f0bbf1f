import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import {
  CfnDelivery,
  CfnDeliveryDestination,
  CfnDeliverySource,
  LogGroup,
} from 'aws-cdk-lib/aws-logs';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface EventBusLogProps {
  readonly bus: EventBus;
  readonly retentionDays: number;
}

/**
 * Where EventBridge says why it could not take or deliver an event: the first place to look when
 * nothing arrives. AWS delivers it on a best-effort basis, and adds the permission to write to the
 * log group by itself.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
 */
export class EventBusLog extends Construct {
  constructor(scope: Construct, id: string, { bus, retentionDays }: EventBusLogProps) {
    super(scope, id);
    const name = `${centralEventBusName}-errors`;
    const group = new LogGroup(this, 'Group', {
      // Under this prefix log groups share one resource policy, of which an account has only ten.
      logGroupName: `/aws/vendedlogs/events/event-bus/${centralEventBusName}`,
      retention: retentionDays,
      // Its name is fixed: kept, it would stand in the way of a hub that is deployed again.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const source = new CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ERROR_LOGS',
      resourceArn: bus.eventBusArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: Stack.of(this).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: group.logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: name,
      deliveryDestinationArn: Stack.of(this).formatArn({
        service: 'logs',
        resource: 'delivery-destination',
        resourceName: name,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    });
    delivery.node.addDependency(source, destination);
  }
}
