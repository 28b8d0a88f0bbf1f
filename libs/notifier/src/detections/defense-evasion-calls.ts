import type { Activity } from '../activity/activity.ts';
import { changesMonitor } from './monitor-parts.ts';
import { onlyWidensTrail, selectsEverything } from './trail-changes.ts';

const webFirewallCalls = new Set([
  'DeleteLoggingConfiguration',
  'DeleteWebACL',
  'DisassociateWebACL',
]);

/**
 * Calls that blind the defenders: logging, threat detection, alarms, event rules, and the policies
 * that keep such calls from being made.
 *
 * @see https://attack.mitre.org/techniques/T1685/002/
 */
const blindingCalls: Readonly<Record<string, ReadonlySet<string>>> = {
  cloudtrail: new Set([
    'StopLogging',
    'DeleteTrail',
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
    'CreateTrustedEntitySet',
    'UpdateTrustedEntitySet',
    'UpdatePublishingDestination',
    'ArchiveFindings',
    'DeleteMalwareProtectionPlan',
  ]),
  securityhub: new Set([
    'DisableSecurityHub',
    'DisableImportFindingsForProduct',
    'BatchDisableStandards',
    'DisableSecurityHubV2',
    'DeleteConfigurationPolicy',
    'StartConfigurationPolicyDisassociation',
    'DeleteFindingAggregator',
    'DeleteAggregatorV2',
    'CreateAutomationRule',
    'CreateAutomationRuleV2',
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
    'DeleteServiceLinkedConfigurationRecorder',
    'DisassociateResourceTypes',
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
    'DeleteResourcePolicy',
    'DeleteDeliverySource',
    'DeleteDeliveryDestination',
  ]),
  monitoring: new Set(['DeleteAlarms', 'DisableAlarmActions', 'PutAlarmMuteRule']),
  cloudwatch: new Set(['DeleteAlarms', 'DisableAlarmActions', 'PutAlarmMuteRule']),
  kms: new Set(['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy', 'DeleteImportedKeyMaterial']),
  lambda: new Set(['DeleteEventSourceMapping', 'DeleteEventSourceMapping20150331']),
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
  detective: new Set([
    'DeleteGraph',
    'DeleteMembers',
    'DisassociateMembership',
    'DisableOrganizationAdminAccount',
  ]),
  'access-analyzer': new Set(['DeleteAnalyzer', 'CreateArchiveRule']),
  securitylake: new Set([
    'DeleteDataLake',
    'DeleteAwsLogSource',
    'DeleteCustomLogSource',
    'DeleteSubscriber',
    'DeregisterDataLakeDelegatedAdministrator',
  ]),
  observabilityadmin: new Set([
    'StopTelemetryEvaluation',
    'StopTelemetryEvaluationForOrganization',
    'DeleteTelemetryRule',
    'DeleteTelemetryRuleForOrganization',
    'DeleteCentralizationRuleForOrganization',
  ]),
  'network-firewall': new Set(['DeleteFirewall', 'UpdateLoggingConfiguration']),
  fms: new Set(['DeletePolicy', 'DisassociateAdminAccount']),
  notifications: new Set(['DeleteEventRule', 'DisassociateChannel']),
  'security-ir': new Set(['CancelMembership']),
  route53resolver: new Set(['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig']),
  bedrock: new Set(['DeleteModelInvocationLoggingConfiguration']),
  sns: new Set(['Unsubscribe', 'DeleteTopic']),
  waf: webFirewallCalls,
  'waf-regional': webFirewallCalls,
  wafv2: webFirewallCalls,
  controltower: new Set(['DisableControl', 'DisableBaseline', 'DeleteLandingZone']),
  // From where people, root above all, may sign in to the console.
  signin: new Set([
    'PutConsoleAuthorizationConfiguration',
    'DeleteConsoleAuthorizationConfiguration',
    'PutResourcePermissionStatement',
    'DeleteResourcePermissionStatement',
  ]),
  organizations: new Set([
    'DetachPolicy',
    'DeletePolicy',
    'UpdatePolicy',
    'DisablePolicyType',
    'MoveAccount',
    'DeregisterDelegatedAdministrator',
    'DisableAWSServiceAccess',
    'DeleteResourcePolicy',
  ]),
};

/** Calls that may as well set something up: what they ask for decides. */
const blindingWhen: Readonly<Record<string, (activity: Activity) => boolean>> = {
  'cloudtrail PutEventSelectors': (activity) => !selectsEverything(activity),
  'cloudtrail PutInsightSelectors': ({ request }) => request.list('insightSelectors').length === 0,
  'cloudtrail UpdateTrail': (activity) => !onlyWidensTrail(activity),
  // What CloudTrail leaves out for its length may be anything.
  'events PutRule': ({ request }) =>
    request.text('state') === 'DISABLED' || request.text('omitted') === 'true',
  'events PutTargets': ({ request }) => request.text('omitted') === 'true',
  // Which key or mapping is the monitor's, the call does not say.
  'lambda UpdateEventSourceMapping20150331': ({ request }) => request.text('enabled') === 'false',
  'guardduty UpdateDetector': (activity) =>
    activity.request.text('enable') === 'false' || switchesFeatureOff(activity),
  'guardduty UpdateMemberDetectors': switchesFeatureOff,
  'guardduty UpdateOrganizationConfiguration': (activity) =>
    activity.request.text('autoEnable') === 'false' ||
    activity.request.text('autoEnableOrganizationMembers') === 'NONE' ||
    switchesFeatureOff(activity),
  'securityhub UpdateStandardsControl': ({ request }) =>
    request.text('controlStatus') === 'DISABLED',
  'securityhub UpdateOrganizationConfiguration': ({ request }) =>
    request.text('autoEnable') === 'false',
  'macie2 UpdateMacieSession': ({ request }) => request.text('status') === 'PAUSED',
  'macie2 UpdateOrganizationConfiguration': ({ request }) => request.text('autoEnable') === 'false',
};

/** The call blinds those who watch. */
export function impairsDefenses(activity: Activity): boolean {
  const { eventName, service } = activity;
  const call = `${service} ${eventName}`;
  return (
    (Object.hasOwn(blindingCalls, service) && blindingCalls[service]?.has(eventName) === true) ||
    (Object.hasOwn(blindingWhen, call) && blindingWhen[call]?.(activity) === true) ||
    changesMonitor(activity)
  );
}

/**
 * One feature of GuardDuty goes off while the detector stays on; older calls have it in
 * `dataSources`.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateDetector.html
 */
function switchesFeatureOff({ request }: Activity): boolean {
  const features = [
    ...request.list('features'),
    ...request.list('features').flatMap((feature) => feature.list('additionalConfiguration')),
  ];
  return (
    features.some(
      (feature) => feature.text('status') === 'DISABLED' || feature.text('autoEnable') === 'NONE',
    ) || dataSources.some((path) => request.text('dataSources', ...path) === 'false')
  );
}

const dataSources = [
  ['s3Logs', 'enable'],
  ['s3Logs', 'autoEnable'],
  ['kubernetes', 'auditLogs', 'enable'],
  ['kubernetes', 'auditLogs', 'autoEnable'],
  ['malwareProtection', 'scanEc2InstanceWithFindings', 'ebsVolumes'],
  ['malwareProtection', 'scanEc2InstanceWithFindings', 'ebsVolumes', 'autoEnable'],
];
