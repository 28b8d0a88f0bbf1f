import { spokeAlarmName } from '@root-activity-monitor/deployment-config';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';

/**
 * Goes off when an event could not be forwarded. The alarm acts by its state change, which is
 * forwarded to the hub: a topic in every account and Region would need subscribers of its own.
 */
export class SpokeAlarm extends Construct {
  constructor(scope: Construct, id: string, { queueName }: { readonly queueName: string }) {
    super(scope, id);
    new CfnAlarm(this, 'Resource', {
      alarmName: spokeAlarmName,
      alarmDescription:
        'Root activity could not be forwarded to the hub: alerts may be missing. What to do: read the parked messages and act on them: they cannot be sent again; their attribute ERROR_CODE names the cause to fix (docs/deployment.md of Root Activity Monitor, Troubleshooting).',
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: [{ name: 'QueueName', value: queueName }],
      statistic: 'Maximum',
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: 'GreaterThanThreshold',
      treatMissingData: 'notBreaching',
    });
  }
}
