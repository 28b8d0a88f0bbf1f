/** An event pattern as JSON; `libs/event-pattern` says what EventBridge makes of it. */
export type EventPattern = Readonly<Record<string, unknown>>;

/**
 * The `source` of simulated events. It names no AWS service, so no such event can pass for a real
 * one: EventBridge refuses customer events whose source begins with `aws.`.
 */
export const SIMULATION_SOURCE = 'root-activity-monitor.simulation';

/** Root use, and what is done to root users by others, wherever it is recorded. */
const rootActivity = [
  { userIdentity: { type: ['Root'] } },
  { userIdentity: { sessionContext: { sessionIssuer: { type: ['Root'] } } } },
  { eventSource: ['sts.amazonaws.com'], eventName: ['AssumeRoot'] },
  {
    eventSource: ['iam.amazonaws.com'],
    eventName: [
      { suffix: 'OrganizationsRootSessions' },
      { suffix: 'OrganizationsRootCredentialsManagement' },
    ],
  },
  {
    eventSource: ['signin.amazonaws.com'],
    eventName: [
      'PasswordRecoveryRequested',
      'PasswordRecoveryCompleted',
      'PasswordUpdated',
      'EmailUpdated',
      'PutConsoleAuthorizationConfiguration',
      'DeleteConsoleAuthorizationConfiguration',
      'PutResourcePermissionStatement',
      'DeleteResourcePermissionStatement',
    ],
  },
  {
    eventSource: ['account.amazonaws.com'],
    eventName: ['StartPrimaryEmailUpdate', 'AcceptPrimaryEmailUpdate', 'CloseAccount'],
  },
  {
    eventSource: ['organizations.amazonaws.com'],
    eventName: [
      'CloseAccount',
      'LeaveOrganization',
      'AcceptHandshake',
      'RemoveAccountFromOrganization',
      'AccountDepartedOrganization',
      'DeleteOrganization',
    ],
  },
] as const;

/**
 * What the forwarding rule in every account and Region sends to the central event bus. It is broad
 * on purpose: what a rolled-out template leaves behind can never be classified later.
 *
 * Only AWS can send these sources, and every CloudTrail event carries one of these types. `$or`
 * stands alone in its object: `PutRule` was seen to refuse one with other keys beside it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export const forwardingPattern: EventPattern = {
  source: [{ prefix: 'aws.' }],
  'detail-type': [{ suffix: ' via CloudTrail' }],
  detail: { $or: rootActivity },
};

/**
 * What the notification rule on the central event bus takes. The same events again: whoever may
 * reach the bus with a rule of their own cannot make the notifier work on anything else.
 */
export const notificationPattern: EventPattern = forwardingPattern;

/**
 * What the rule for simulated events takes: our own source, put by the hub account itself.
 * EventBridge sets `account`, the sender cannot.
 */
export function simulationPattern(hubAccountId: string): EventPattern {
  return { source: [SIMULATION_SOURCE], account: [hubAccountId] };
}
