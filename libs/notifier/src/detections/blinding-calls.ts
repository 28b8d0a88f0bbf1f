import type { Activity } from '../activity/activity.ts';

const webFirewallCalls = new Set([
  'DeleteLoggingConfiguration',
  'DeleteWebACL',
  'DisassociateWebACL',
]);

/**
 * Calls that blind whoever watches: logging, threat detection, alarms, event rules, and the policies
 * that keep such calls from being made.
 *
 * @see https://attack.mitre.org/techniques/T1562/008/
 */
const blindingCalls: Readonly<Record<string, ReadonlySet<string>>> = {
  cloudtrail: new Set([
    'StopLogging',
    'DeleteTrail',
    'UpdateTrail',
    'PutEventSelectors',
    'PutInsightSelectors',
    'DeleteEventDataStore',
    'StopEventDataStoreIngestion',
    'UpdateEventDataStore',
    'DeregisterOrganizationDelegatedAdmin',
  ]),
  events: new Set([
    'DisableRule',
    'DeleteRule',
    'RemoveTargets',
    'DeleteEventBus',
    'DeleteArchive',
    'RemovePermission',
  ]),
  guardduty: new Set([
    'DeleteDetector',
    'DisassociateFromMasterAccount',
    'DisassociateFromAdministratorAccount',
    'DeletePublishingDestination',
    'StopMonitoringMembers',
    'DeleteMembers',
    'DisassociateMembers',
    'CreateFilter',
    'UpdateFilter',
    'CreateIPSet',
    'UpdateIPSet',
    'CreateThreatIntelSet',
    'UpdateThreatIntelSet',
    'DeleteThreatIntelSet',
    'DeleteInvitations',
    'DisableOrganizationAdminAccount',
  ]),
  securityhub: new Set([
    'DisableSecurityHub',
    'DisableImportFindingsForProduct',
    'BatchDisableStandards',
    'DisableSecurityHubV2',
    'DisassociateFromAdministratorAccount',
    'DisassociateFromMasterAccount',
    'DisableOrganizationAdminAccount',
    'DeleteMembers',
    'DisassociateMembers',
  ]),
  config: new Set([
    'StopConfigurationRecorder',
    'DeleteConfigurationRecorder',
    'DeleteDeliveryChannel',
    'DeleteConfigRule',
    'DeleteOrganizationConfigRule',
    'DeleteConfigurationAggregator',
    'DeleteConformancePack',
    'DeleteOrganizationConformancePack',
    'DeleteAggregationAuthorization',
  ]),
  ec2: new Set(['DeleteFlowLogs']),
  logs: new Set([
    'DeleteLogGroup',
    'DeleteLogStream',
    'DeleteMetricFilter',
    'DeleteSubscriptionFilter',
    'DeleteAccountPolicy',
    'DeleteDelivery',
    'DeleteDestination',
  ]),
  monitoring: new Set(['DeleteAlarms', 'DisableAlarmActions']),
  cloudwatch: new Set(['DeleteAlarms', 'DisableAlarmActions']),
  kms: new Set(['ScheduleKeyDeletion', 'DisableKey']),
  macie2: new Set([
    'DisableMacie',
    'CreateFindingsFilter',
    'DeleteMember',
    'DisassociateMember',
    'DisassociateFromAdministratorAccount',
    'DisassociateFromMasterAccount',
    'DisableOrganizationAdminAccount',
  ]),
  inspector2: new Set(['Disable', 'DisableDelegatedAdminAccount', 'CreateFilter']),
  detective: new Set(['DeleteGraph', 'DisassociateMembership', 'DisableOrganizationAdminAccount']),
  'access-analyzer': new Set(['DeleteAnalyzer', 'CreateArchiveRule']),
  securitylake: new Set(['DeleteDataLake', 'DeleteAwsLogSource', 'DeleteSubscriber']),
  route53resolver: new Set(['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig']),
  bedrock: new Set(['DeleteModelInvocationLoggingConfiguration']),
  sns: new Set(['Unsubscribe', 'DeleteTopic']),
  waf: webFirewallCalls,
  'waf-regional': webFirewallCalls,
  wafv2: webFirewallCalls,
  organizations: new Set([
    'DetachPolicy',
    'DeletePolicy',
    'UpdatePolicy',
    'DisablePolicyType',
    'MoveAccount',
    'DeregisterDelegatedAdministrator',
    'DisableAWSServiceAccess',
  ]),
};

/** Everything that this monitor deploys carries its name. */
const partOfMonitor = (name: string | undefined) => /root-?activity/i.test(name ?? '');

/** Calls that may as well set something up: what they ask for decides. */
const blindingWhen: Readonly<Record<string, (activity: Activity) => boolean>> = {
  'events PutRule': ({ request }) =>
    request.text('state') === 'DISABLED' || partOfMonitor(request.text('name')),
  'events PutTargets': ({ request }) => partOfMonitor(request.text('rule')),
  'guardduty UpdateDetector': ({ request }) => request.text('enable') !== 'true',
  'macie2 UpdateMacieSession': ({ request }) => request.text('status') === 'PAUSED',
};

/** The call blinds those who watch. */
export function isBlinding(activity: Activity): boolean {
  const { eventName, service } = activity;
  const call = `${service} ${eventName}`;
  return (
    (Object.hasOwn(blindingCalls, service) && blindingCalls[service]?.has(eventName) === true) ||
    (Object.hasOwn(blindingWhen, call) && blindingWhen[call]?.(activity) === true)
  );
}
