import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IAlarmAction,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export interface OpsAlarmProps {
  readonly metric: IMetric;
  /** Goes off when the metric is above it. @default 0 */
  readonly above?: number;
  /** Goes off when the metric is below it, in place of `above`. */
  readonly below?: number;
  /** @default 1 */
  readonly evaluationPeriods?: number;
  /**
   * Whether the operators are told when data stops coming. Before the first data nobody is told, so
   * that a hub that was just deployed is quiet. @default false
   */
  readonly tellsOfSilence?: boolean;
  /** One sentence: what it means for root activity and alerts. */
  readonly meaning: string;
  /** What the operator does about it. */
  readonly remedy: string;
  readonly action: IAlarmAction;
}

/** "NotifierErrors" as "notifier-errors". */
function kebab(id: string): string {
  return id.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** An alarm that tells the operators what it means and what to do. */
export class OpsAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: OpsAlarmProps) {
    super(scope, id, {
      // The subject of the mail is this name.
      alarmName: `root-activity-hub-${kebab(id)}`,
      metric: props.metric,
      alarmDescription: `${props.meaning} What to do: ${props.remedy}`,
      threshold: props.below ?? props.above ?? 0,
      comparisonOperator:
        props.below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      treatMissingData: props.tellsOfSilence
        ? TreatMissingData.MISSING
        : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(props.action);
    this.addOkAction(props.action);
    // An alarm begins in the state INSUFFICIENT_DATA, and acts only when it comes into a state.
    if (props.tellsOfSilence) this.addInsufficientDataAction(props.action);
  }

  /** The ARN in words that need no resource: what only shows the alarm need not wait for it. */
  get plainArn(): string {
    return Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `root-activity-hub-${kebab(this.node.id)}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
