import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import { CfnArchive, type EventBus } from 'aws-cdk-lib/aws-events';
import type { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface EventArchiveProps {
  readonly bus: EventBus;
  readonly retentionDays: number;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Keeps what arrives at the central event bus, so that it can be replayed onto it. It is not
 * filtered: an event that a filter leaves out today cannot be replayed when a detection wants it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
 */
export class EventArchive extends Construct {
  constructor(scope: Construct, id: string, props: EventArchiveProps) {
    super(scope, id);
    const archive = new CfnArchive(this, 'Resource', {
      // A name of its own, so that a hub that is deployed again can take the archive over.
      archiveName: centralEventBusName,
      sourceArn: props.bus.eventBusArn,
      description: 'Root Activity Monitor: what arrived at the central event bus.',
      retentionDays: props.retentionDays,
    });
    archive.applyRemovalPolicy(props.removalPolicy);
  }
}
