import type { Activity } from '../activity/activity.ts';
import { namedUser } from './detection.ts';

/**
 * Calls that give an identity a way in, or more power, so that losing root no longer matters.
 *
 * @see https://attack.mitre.org/techniques/T1098/
 */
const empoweringCalls: Readonly<Record<string, ReadonlySet<string>>> = {
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
    'UpdateSSHPublicKey',
    'UpdateServiceSpecificCredential',
    'EnableOutboundWebIdentityFederation',
    'AcceptDelegationRequest',
    'CreateDelegationRequest',
    'SendDelegationToken',
  ]),
  ec2: new Set(['AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation']),
  organizations: new Set(['RegisterDelegatedAdministrator', 'PutResourcePolicy']),
  rolesanywhere: new Set([
    'CreateTrustAnchor',
    'UpdateTrustAnchor',
    'EnableTrustAnchor',
    'CreateProfile',
    'UpdateProfile',
    'EnableProfile',
    'PutAttributeMapping',
  ]),
  eks: new Set(['CreateAccessEntry', 'AssociateAccessPolicy']),
  ssm: new Set(['CreateActivation']),
  'ec2-instance-connect': new Set(['SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey']),
  sso: new Set([
    'CreatePermissionSet',
    'CreateAccountAssignment',
    'PutInlinePolicyToPermissionSet',
    'AttachManagedPolicyToPermissionSet',
    'AttachCustomerManagedPolicyReferenceToPermissionSet',
    'AssociateDirectory',
    'CreateInstance',
    'CreateTrustedTokenIssuer',
    'UpdateTrustedTokenIssuer',
    'PutApplicationGrant',
    'PutApplicationAuthenticationMethod',
    'DeletePermissionsBoundaryFromPermissionSet',
  ]),
  'sso-directory': new Set([
    'CreateUser',
    'AddMemberToGroup',
    'UpdatePassword',
    'EnableUser',
    'CreateBearerToken',
    'EnableExternalIdPConfigurationForDirectory',
  ]),
  identitystore: new Set(['CreateUser', 'CreateGroupMembership']),
};

/** These empower a user when they name one; else they concern root's own credentials. */
const empoweringForUser = new Set([
  'UpdateAccessKey',
  'UploadSigningCertificate',
  'EnableMFADevice',
  'DeactivateMFADevice',
]);

/** The call creates or empowers an identity. */
export function grantsPersistence(activity: Activity): boolean {
  const { eventName, service } = activity;
  return (
    (Object.hasOwn(empoweringCalls, service) &&
      empoweringCalls[service]?.has(eventName) === true) ||
    (service === 'iam' &&
      empoweringForUser.has(eventName) &&
      namedUser(activity) !== undefined &&
      activity.request.text('status') !== 'Inactive')
  );
}
