import { Stats, type IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { busRuleNames } from '../event-bus/rule-names.ts';
import { ruleMetric } from './hub-metrics.ts';
import { OpsAlarm } from './ops-alarm.ts';

export interface DeliveryAlarmsProps {
  /** Topics by what they carry, as "Alerts". */
  readonly topics: Readonly<Record<string, ITopic>>;
  readonly action: IAlarmAction;
}

/**
 * Alarms on what EventBridge and SNS could not deliver. AWS gives the figures of EventBridge on a
 * best-effort basis: the alarms on the queues where events are parked are the ones to rely on.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export class DeliveryAlarms extends Construct {
  constructor(scope: Construct, id: string, { topics, action }: DeliveryAlarmsProps) {
    super(scope, id);
    for (const [rule, name] of Object.entries(busRuleNames)) {
      const ruleId = `${rule.charAt(0).toUpperCase()}${rule.slice(1)}`;
      new OpsAlarm(this, `${ruleId}RuleFailed`, {
        metric: ruleMetric('FailedInvocations', name),
        meaning: `The rule ${name} permanently failed to deliver an event.`,
        remedy:
          'read ERROR_CODE of the messages in the queue of undelivered events (npx nx run tools:redrive). The figure behind this alarm is best effort: trust the alarm root-activity-hub-undelivered-events more.',
        action,
      });
      new OpsAlarm(this, `${ruleId}RuleLost`, {
        metric: ruleMetric('InvocationsFailedToBeSentToDlq', name),
        meaning: `The rule ${name} could not even park an event: only the archive still has it.`,
        remedy:
          'fix the policy or the key of the queue of undelivered events, then replay the archive over that time. The figure behind this alarm is best effort: its silence proves nothing.',
        action,
      });
    }
    for (const [name, topic] of Object.entries(topics)) {
      new OpsAlarm(this, `${name}NotDelivered`, {
        metric: topic.metricNumberOfNotificationsFailed({
          statistic: Stats.SUM,
          period: Duration.minutes(5),
        }),
        meaning: `SNS failed to deliver a message from the topic for ${name.toLowerCase()} to a subscriber.`,
        remedy: 'look for a subscriber whose endpoint is gone or refuses, and replace it.',
        action,
      });
    }
  }
}
