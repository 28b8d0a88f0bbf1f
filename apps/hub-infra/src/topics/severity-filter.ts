import { alertSeverities, type Severity } from '@root-activity-monitor/deployment-config';
import { SubscriptionFilter } from 'aws-cdk-lib/aws-sns';

/**
 * The filter policy for "this severity and above". For the lowest there is none, so that a message
 * without the attribute would still arrive.
 */
export function severityFilter(
  minimum: Severity,
): Readonly<Record<string, SubscriptionFilter>> | undefined {
  if (minimum === alertSeverities.at(-1)) return undefined;
  const allowlist = alertSeverities.slice(0, alertSeverities.indexOf(minimum) + 1);
  return { severity: SubscriptionFilter.stringFilter({ allowlist }) };
}
