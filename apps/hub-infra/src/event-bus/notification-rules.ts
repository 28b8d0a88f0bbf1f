import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import {
  notificationPattern,
  simulationPattern,
  type EventPattern,
} from '@root-activity-monitor/event-schema';
import { CfnRule, type EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { EncryptedQueue } from '../queues/encrypted-queue.ts';
import { retryingTarget } from './retrying-target.ts';
import { busRuleNames } from './rule-names.ts';

export interface NotificationRulesProps {
  readonly bus: EventBus;
  readonly queue: EncryptedQueue;
  /** Where a rule parks what it cannot deliver. */
  readonly undelivered: EncryptedQueue;
  readonly hubAccountId: string;
}

interface RuleDefinition {
  readonly name: string;
  readonly description: string;
  readonly eventPattern: EventPattern;
}

/**
 * The rules on the central event bus: root activity, and simulations that the hub account sends.
 * Two rules, so that nothing a sender writes into a simulation makes it pass for the real thing.
 */
export class NotificationRules extends Construct {
  constructor(scope: Construct, id: string, props: NotificationRulesProps) {
    super(scope, id);
    this.rule('Notification', props, {
      name: busRuleNames.notification,
      description: 'Root Activity Monitor: root activity, which only AWS itself can send.',
      eventPattern: notificationPattern,
    });
    this.rule('Simulation', props, {
      name: busRuleNames.simulation,
      description: 'Root Activity Monitor: simulated events, sent by the hub account.',
      eventPattern: simulationPattern(props.hubAccountId),
    });
  }

  private rule(
    id: string,
    { bus, queue, undelivered }: NotificationRulesProps,
    definition: RuleDefinition,
  ): void {
    const rule = new CfnRule(this, id, {
      ...definition,
      eventBusName: centralEventBusName,
      // ENABLED would leave out calls that only read, which are what a leaked root key does first.
      state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      targets: [retryingTarget('NotificationQueue', queue.queueArn, undelivered)],
    });
    rule.node.addDependency(bus, queue.queuePolicy, undelivered.queuePolicy);
  }
}
