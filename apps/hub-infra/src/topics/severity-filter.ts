import { alertSeverities, type Severity } from '@root-activity-monitor/deployment-config';

export type SeverityFilter = Readonly<{ severity: readonly Severity[] }>;

/**
 * The filter policy for "this severity and above". The lowest minimum has one too, with all
 * severities: CloudFormation fails to add a filter policy to a subscription and to take one away, so
 * that a change of the severity must be a change of values. The notifier sets the attribute on all it
 * publishes.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function severityFilter(minimum: Severity): SeverityFilter {
  return { severity: alertSeverities.slice(0, alertSeverities.indexOf(minimum) + 1) };
}
