import { Stats, type IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { OpsAlarm } from './ops-alarm.ts';

export interface QueueAlarmsProps {
  readonly queue: IQueue;
  readonly failed: IQueue;
  readonly undelivered: IQueue;
  readonly undeliveredMessages: IQueue;
  readonly action: IAlarmAction;
}

const options = { statistic: Stats.MAXIMUM, period: Duration.minutes(1) };
const redrive = 'npx nx run tools:redrive --send';

/**
 * Alarms on what waits too long and on what was parked. The figures of a queue that was idle for hours
 * come up to 15 minutes late.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
 */
export class QueueAlarms extends Construct {
  constructor(scope: Construct, id: string, props: QueueAlarmsProps) {
    super(scope, id);
    const { action } = props;
    new OpsAlarm(this, 'Backlog', {
      metric: props.queue.metricApproximateAgeOfOldestMessage(options),
      above: 300,
      evaluationPeriods: 3,
      meaning: 'Root activity has been waiting for more than 5 minutes.',
      remedy:
        "read the notifier's log for errors; look for throttling of Lambda, SNS, DynamoDB or KMS; a storm from a leaked key drains by itself.",
      action,
    });
    new OpsAlarm(this, 'FailedNotifications', {
      metric: props.failed.metricApproximateNumberOfMessagesVisible(options),
      meaning: 'The notifier failed ten times on an event and parked it: an alert is missing.',
      remedy: `find the event ID in the notifier's log and fix the cause; then ${redrive} sends the parked events through again.`,
      action,
    });
    new OpsAlarm(this, 'UndeliveredEvents', {
      metric: props.undelivered.metricApproximateNumberOfMessagesVisible(options),
      meaning: 'A rule of the hub could not deliver an event and parked it: an alert is missing.',
      remedy: `read ERROR_CODE and RULE_ARN, which npx nx run tools:redrive shows of each parked message, and fix the permission or the target; then ${redrive} sends the parked events through again.`,
      action,
    });
    new OpsAlarm(this, 'UndeliveredMessages', {
      metric: props.undeliveredMessages.metricApproximateNumberOfMessagesVisible(options),
      meaning: 'SNS could not deliver a message to a subscriber and parked it.',
      remedy:
        'the parked message says for whom; fix or replace that endpoint and tell its owner what the message says.',
      action,
    });
  }
}
