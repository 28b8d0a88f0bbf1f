import type { Activity } from '../activity/activity.ts';

/**
 * Reads whose answer is a credential or another secret. CloudTrail does not record the answer.
 *
 * @see https://aws-samples.github.io/threat-technique-catalog-for-aws/
 */
const secretReads: Readonly<Record<string, ReadonlySet<string>>> = {
  secretsmanager: new Set(['GetSecretValue', 'BatchGetSecretValue']),
  ec2: new Set(['GetPasswordData']),
  kms: new Set(['Decrypt', 'DeriveSharedSecret']),
  ecr: new Set(['GetAuthorizationToken']),
  'ecr-public': new Set(['GetAuthorizationToken']),
  codeartifact: new Set(['GetAuthorizationToken']),
  redshift: new Set([
    'GetClusterCredentials',
    'GetClusterCredentialsWithIAM',
    'GetIdentityCenterAuthToken',
  ]),
  'redshift-serverless': new Set(['GetCredentials', 'GetIdentityCenterAuthToken']),
  lightsail: new Set([
    'DownloadDefaultKeyPair',
    'GetInstanceAccessDetails',
    'GetRelationalDatabaseMasterUserPassword',
    'GetBucketAccessKeys',
  ]),
  'cognito-identity': new Set([
    'GetCredentialsForIdentity',
    'GetOpenIdToken',
    'GetOpenIdTokenForDeveloperIdentity',
  ]),
  sso: new Set(['GetRoleCredentials']),
  gamelift: new Set(['GetInstanceAccess', 'GetComputeAuthToken', 'RequestUploadCredentials']),
  ssm: new Set(['GetAccessToken']),
  s3: new Set(['GetDataAccess', 'CreateSession']),
  acm: new Set(['ExportCertificate']),
  appsync: new Set(['ListApiKeys']),
  apigateway: new Set(['GetApiKey', 'GetApiKeys']),
  'bedrock-agentcore': new Set([
    'GetWorkloadAccessToken',
    'GetWorkloadAccessTokenForJWT',
    'GetWorkloadAccessTokenForUserId',
    'GetResourceApiKey',
    'GetResourceOauth2Token',
  ]),
  'cognito-idp': new Set(['DescribeUserPoolClient']),
  datazone: new Set(['GetEnvironmentCredentials']),
  deadline: new Set(['AssumeFleetRoleForRead', 'AssumeQueueRoleForRead', 'AssumeQueueRoleForUser']),
  elasticmapreduce: new Set(['GetClusterSessionCredentials']),
  'emr-containers': new Set(['GetManagedEndpointSessionCredentials']),
  lakeformation: new Set([
    'GetTemporaryDataLocationCredentials',
    'GetTemporaryGluePartitionCredentials',
    'GetTemporaryGlueTableCredentials',
  ]),
  'payment-cryptography': new Set(['ExportKey']),
};

/** Parameters of Systems Manager are secrets when they are decrypted. */
const parameterReads = new Set([
  'GetParameter',
  'GetParameters',
  'GetParametersByPath',
  'GetParameterHistory',
]);

/** The call succeeded, and its answer holds credentials or another secret. */
export function yieldsSecrets({ eventName, failed, request, service }: Activity): boolean {
  if (failed) return false;
  if (service === 'ssm' && parameterReads.has(eventName)) {
    return request.text('withDecryption') === 'true';
  }
  return Object.hasOwn(secretReads, service) && secretReads[service]?.has(eventName) === true;
}
