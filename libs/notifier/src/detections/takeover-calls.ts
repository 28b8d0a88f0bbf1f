import type { Activity } from '../activity/activity.ts';

type CallsByService = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Calls that blind whoever watches: logging, threat detection, alarms, event rules.
 *
 * @see https://attack.mitre.org/techniques/T1562/008/
 */
const blindingCalls: CallsByService = {
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
    'PutTargets',
    'PutRule',
    'DeleteEventBus',
    'RemovePermission',
  ]),
  guardduty: new Set([
    'DeleteDetector',
    'UpdateDetector',
    'DisassociateFromMasterAccount',
    'DisassociateFromAdministratorAccount',
    'DeletePublishingDestination',
    'StopMonitoringMembers',
    'DeleteMembers',
    'DisassociateMembers',
    'CreateFilter',
    'CreateIPSet',
    'UpdateIPSet',
    'DisableOrganizationAdminAccount',
  ]),
  securityhub: new Set([
    'DisableSecurityHub',
    'DisableImportFindingsForProduct',
    'BatchDisableStandards',
    'DisassociateFromAdministratorAccount',
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
  ]),
  ec2: new Set(['DeleteFlowLogs']),
  logs: new Set([
    'DeleteLogGroup',
    'DeleteLogStream',
    'DeleteMetricFilter',
    'DeleteSubscriptionFilter',
    'DeleteRetentionPolicy',
    'DeleteDestination',
  ]),
  monitoring: new Set(['DeleteAlarms', 'DisableAlarmActions']),
  cloudwatch: new Set(['DeleteAlarms', 'DisableAlarmActions']),
  kms: new Set(['ScheduleKeyDeletion', 'DisableKey']),
  macie2: new Set(['DisableMacie', 'DeleteMember', 'DisassociateFromAdministratorAccount']),
  inspector2: new Set(['Disable']),
  detective: new Set(['DeleteGraph', 'DisassociateMembership']),
  'access-analyzer': new Set(['DeleteAnalyzer']),
  sns: new Set(['Unsubscribe', 'DeleteTopic']),
  wafv2: new Set(['DeleteLoggingConfiguration', 'DeleteWebACL', 'DisassociateWebACL']),
  organizations: new Set([
    'DetachPolicy',
    'DisablePolicyType',
    'DeregisterDelegatedAdministrator',
    'DisableAWSServiceAccess',
  ]),
};

/**
 * Calls that give an identity a way in, or more power, so that losing root no longer matters.
 *
 * @see https://attack.mitre.org/techniques/T1098/
 */
const empoweringCalls: CallsByService = {
  iam: new Set([
    'CreateUser',
    'CreateAccessKey',
    'CreateLoginProfile',
    'UpdateLoginProfile',
    'CreateRole',
    'UpdateAssumeRolePolicy',
    'CreateGroup',
    'AddUserToGroup',
    'AttachUserPolicy',
    'AttachRolePolicy',
    'AttachGroupPolicy',
    'PutUserPolicy',
    'PutRolePolicy',
    'PutGroupPolicy',
    'CreatePolicy',
    'CreatePolicyVersion',
    'SetDefaultPolicyVersion',
    'DeleteUserPermissionsBoundary',
    'DeleteRolePermissionsBoundary',
    'PutUserPermissionsBoundary',
    'PutRolePermissionsBoundary',
    'CreateInstanceProfile',
    'AddRoleToInstanceProfile',
    'CreateSAMLProvider',
    'UpdateSAMLProvider',
    'CreateOpenIDConnectProvider',
    'AddClientIDToOpenIDConnectProvider',
    'UpdateOpenIDConnectProviderThumbprint',
    'CreateServiceSpecificCredential',
    'ResetServiceSpecificCredential',
    'UploadSSHPublicKey',
  ]),
  rolesanywhere: new Set(['CreateTrustAnchor', 'CreateProfile', 'EnableTrustAnchor']),
  sso: new Set([
    'CreatePermissionSet',
    'CreateAccountAssignment',
    'PutInlinePolicyToPermissionSet',
    'AttachManagedPolicyToPermissionSet',
    'CreateInstance',
  ]),
  'sso-directory': new Set(['CreateUser', 'AddMemberToGroup', 'UpdatePassword']),
  identitystore: new Set(['CreateUser', 'CreateGroupMembership']),
};

/** These empower a user when they name one; else they concern root's own credentials. */
const empoweringForUser = new Set([
  'UpdateAccessKey',
  'UploadSigningCertificate',
  'EnableMFADevice',
  'DeactivateMFADevice',
]);

const isOneOf = (calls: CallsByService, { service, eventName }: Activity): boolean =>
  Object.hasOwn(calls, service) && calls[service]?.has(eventName) === true;

/** The call blinds those who watch. */
export function isBlinding(activity: Activity): boolean {
  return isOneOf(blindingCalls, activity);
}

/** The call creates or empowers an identity. */
export function isEmpowering(activity: Activity): boolean {
  const user = activity.request.text('userName');
  const forUser = user !== undefined && user !== 'AWS ROOT USER';
  return (
    isOneOf(empoweringCalls, activity) ||
    (forUser && activity.service === 'iam' && empoweringForUser.has(activity.eventName))
  );
}

/** The call ends the account, or takes it out of the organization's reach. */
export function endsAccount({ eventName, service }: Activity): boolean {
  return (
    eventName === 'CloseAccount' ||
    (service === 'organizations' && eventName === 'LeaveOrganization')
  );
}
