import { Stats, type IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { notifierMetric } from './hub-metrics.ts';
import { OpsAlarm } from './ops-alarm.ts';

export interface NotifierAlarmsProps {
  readonly notifier: IFunction;
  readonly digester: IFunction;
  readonly action: IAlarmAction;
}

const sum = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** Alarms on the two functions and on what they report of themselves. */
export class NotifierAlarms extends Construct {
  constructor(scope: Construct, id: string, props: NotifierAlarmsProps) {
    super(scope, id);
    const { action, digester, notifier } = props;
    new OpsAlarm(this, 'NotifierErrors', {
      metric: notifier.metricErrors(sum),
      meaning: 'The notifier ended with an error: alerts are late, and missing after ten tries.',
      remedy: "read the notifier's log; npx nx run hub-infra:deploy fixes a wrong environment.",
      action,
    });
    new OpsAlarm(this, 'NotifierThrottles', {
      metric: notifier.metricThrottles(sum),
      evaluationPeriods: 3,
      meaning: 'Lambda throttles the notifier: alerts are late.',
      remedy: "find what uses up the account's concurrency, or request a higher quota.",
      action,
    });
    new OpsAlarm(this, 'PublishFailures', {
      metric: notifierMetric('PublishFailures'),
      meaning: 'An alert could not be published; it is tried again, ten times in all.',
      remedy:
        "read the reason in the notifier's log: topic, key policy, SNS throttling or a message that SNS refuses.",
      action,
    });
    new OpsAlarm(this, 'DegradedEvents', {
      metric: notifierMetric('EventsDegraded'),
      meaning: 'Root activity came in a shape that no schema fits; people got a degraded alert.',
      remedy:
        'replay the event with npx nx run tools:simulate --event FILE and extend libs/event-schema.',
      action,
    });
    new OpsAlarm(this, 'DigesterErrors', {
      metric: digester.metricErrors(sum),
      evaluationPeriods: 2,
      meaning: 'Digests of root sessions are not sent; first alerts still are.',
      remedy: "read the digester's log; what was counted is kept and sent by the next good run.",
      action,
    });
    new OpsAlarm(this, 'DigesterSilent', {
      metric: digester.metricInvocations({ ...sum, period: Duration.minutes(15) }),
      below: 1,
      tellsOfSilence: true,
      meaning:
        'The digester has not run for 15 minutes or more: digests of root sessions are not sent. INSUFFICIENT_DATA means the same here as ALARM.',
      remedy: 'check that the rule root-activity-digest is enabled and may invoke the function.',
      action,
    });
  }
}
