import type { Activity } from '../activity/activity.ts';

/** Everything that this monitor deploys carries its name, in every account. */
const partOfMonitor = /root-?activ/i;

/** Parameters in which the services name what they change; ARNs and URLs contain the name. */
const parameters = [
  'name',
  'rule',
  'eventBusName',
  'archiveName',
  'roleName',
  'queueUrl',
  'topicArn',
  'subscriptionArn',
  'stackName',
  'stackSetName',
  'changeSetName',
  'functionName',
  'tableName',
  'logGroupName',
  'alarmName',
  'resource',
  'resourceArn',
  'aliasName',
  'policyName',
];

/**
 * The call changes or deletes a part of this monitor. Creating one is not listed: it sets something
 * up, and cannot replace what is there. `PutRule` can.
 */
export function changesMonitor({ eventName, readOnly, request }: Activity): boolean {
  if (readOnly || eventName.startsWith('Create') || eventName.startsWith('Confirm')) return false;
  return parameters.some((parameter) => partOfMonitor.test(request.text(parameter) ?? ''));
}
