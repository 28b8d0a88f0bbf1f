import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  MathExpression,
  Metric,
  Stats,
  TextWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { alertSeverities } from '@root-activity-monitor/deployment-config';
import { Construct } from 'constructs';
import { metricNamespace, notifierMetric } from '../alarms/hub-metrics.ts';
import type { OpsAlarm } from '../alarms/ops-alarm.ts';

export interface HubDashboardProps {
  readonly alarms: readonly OpsAlarm[];
  readonly queue: IQueue;
  /** Queues of what was parked. */
  readonly parked: readonly IQueue[];
}

const width = 12;
const period = Duration.hours(1);

/** What somebody looks at who wants to know who used root, and whether the monitor works. */
export class HubDashboard extends Construct {
  constructor(scope: Construct, id: string, props: HubDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Resource', { defaultInterval: Duration.days(14) });
    dashboard.addWidgets(
      new TextWidget({
        width: 24,
        height: 2,
        markdown:
          '# Root activity\nAbove: who used root. Below: whether the monitor works. Times are UTC.',
      }),
    );
    dashboard.addWidgets(
      graph('Alerts by severity', alertsBySeverity()),
      graph('Alerts by account', [alertsByAccount()]),
    );
    dashboard.addWidgets(
      graph('Delay from the event to its alert (ms)', [
        notifierMetric('EventToPublishDelay', Stats.p(50)),
        notifierMetric('EventToPublishDelay', Stats.p(99)),
      ]),
      graph('What became of events', [
        notifierMetric('AlertsPublished'),
        notifierMetric('EventsDigested'),
        notifierMetric('EventsRecorded'),
        notifierMetric('EventsDegraded'),
        notifierMetric('PublishFailures'),
      ]),
    );
    dashboard.addWidgets(
      graph('Waiting', [
        props.queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
        props.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
      ]),
      graph(
        'Parked',
        props.parked.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({
            statistic: Stats.MAXIMUM,
            label: queue.node.id,
          }),
        ),
      ),
    );
    dashboard.addWidgets(
      new AlarmStatusWidget({
        title: 'Alarms',
        width: 24,
        height: 4,
        alarms: props.alarms.map((alarm) =>
          Alarm.fromAlarmArn(this, alarm.node.id, alarm.plainArn),
        ),
      }),
    );
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width, height: 6 });
}

function alertsBySeverity(): Metric[] {
  return alertSeverities.map(
    (severity) =>
      new Metric({
        namespace: metricNamespace,
        metricName: 'AlertsPublished',
        dimensionsMap: { severity },
        statistic: Stats.SUM,
        period,
        label: severity,
      }),
  );
}

/**
 * Every account that recorded what an alert is about; an account appears by itself with its first.
 * The account that an event names can be chosen by who makes the call, the one that records it not.
 */
function alertsByAccount(): MathExpression {
  return new MathExpression({
    expression: `SEARCH('{${metricNamespace},account} MetricName="AlertsPublished"', 'Sum', ${period.toSeconds()})`,
    usingMetrics: {},
    label: '',
    period,
  });
}
