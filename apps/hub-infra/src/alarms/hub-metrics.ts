import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';

/** Where the notifier's figures are; it writes them into its log in embedded metric format. */
export const metricNamespace = 'RootActivityMonitor';

const period = Duration.minutes(5);

/** A figure of the notifier, over all severities and accounts. */
export function notifierMetric(metricName: string, statistic: string = Stats.SUM): Metric {
  return new Metric({ namespace: metricNamespace, metricName, statistic, period });
}

/**
 * A figure of a rule on the central event bus; on a custom bus it has both dimensions.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export function ruleMetric(metricName: string, ruleName: string): Metric {
  return new Metric({
    namespace: 'AWS/Events',
    metricName,
    dimensionsMap: { EventBusName: centralEventBusName, RuleName: ruleName },
    statistic: Stats.SUM,
    period,
  });
}
