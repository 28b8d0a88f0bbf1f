import { CENTRAL_EVENT_BUS_NAME } from '@root-activity-monitor/deployment-config';
import { simulationPattern, type EventPattern } from '@root-activity-monitor/event-schema';
import { CfnArchive, type EventBus } from 'aws-cdk-lib/aws-events';
import type { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface EventArchiveProps {
  readonly bus: EventBus;
  readonly hubAccountId: string;
  readonly retentionDays: number;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Only AWS can send sources that begin with "aws."; who administers a spoke can send any other, with
 * a rule of their own, and fill the archive at the hub's expense.
 */
function archivedPattern(hubAccountId: string): EventPattern {
  return { $or: [{ source: [{ prefix: 'aws.' }] }, simulationPattern(hubAccountId)] };
}

/**
 * Keeps what AWS sends to the central event bus, and the hub's own simulations, so that they can be
 * replayed onto it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
 */
export class EventArchive extends Construct {
  constructor(scope: Construct, id: string, props: EventArchiveProps) {
    super(scope, id);
    const archive = new CfnArchive(this, 'Resource', {
      // A name of its own, so that a hub that is deployed again can take the archive over.
      archiveName: CENTRAL_EVENT_BUS_NAME,
      sourceArn: props.bus.eventBusArn,
      description: 'Root Activity Monitor: what AWS sent to the central event bus.',
      eventPattern: archivedPattern(props.hubAccountId),
      retentionDays: props.retentionDays,
    });
    archive.applyRemovalPolicy(props.removalPolicy);
  }
}
