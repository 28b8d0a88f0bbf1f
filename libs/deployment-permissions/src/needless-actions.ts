/**
 * Published permissions that a resource needs only where its template has a property. The table of
 * handlers names everything that any template of the type can need.
 */
const onlyWith: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': {
    CustomizationResourceArns:
      'chatbot:AssociateToConfiguration chatbot:DisassociateFromConfiguration',
  },
  'AWS::Chatbot::SlackChannelConfiguration': {
    CustomizationResourceArns:
      'chatbot:AssociateToConfiguration chatbot:DisassociateFromConfiguration',
  },
  'AWS::CloudFormation::StackSet': { AdministrationRoleARN: 'iam:PassRole' },
  'AWS::DynamoDB::Table': {
    ContributorInsightsSpecification: 'dynamodb:UpdateContributorInsights',
    ImportSourceSpecification:
      'dynamodb:DescribeImport dynamodb:ImportTable logs:* s3:GetObject s3:GetObjectMetadata s3:ListBucket',
    KinesisStreamSpecification:
      'dynamodb:EnableKinesisStreamingDestination dynamodb:DisableKinesisStreamingDestination dynamodb:UpdateKinesisStreamingDestination kinesis:* iam:CreateServiceLinkedRole',
    PointInTimeRecoverySpecification: 'dynamodb:UpdateContinuousBackups',
    ResourcePolicy: 'dynamodb:PutResourcePolicy dynamodb:DeleteResourcePolicy',
    SSESpecification: 'kms:*',
    TimeToLiveSpecification: 'dynamodb:UpdateTimeToLive',
    // A replica is a property of AWS::DynamoDB::GlobalTable.
    Replicas:
      'dynamodb:CreateTableReplica dynamodb:AssociateTableReplica dynamodb:Scan dynamodb:Query dynamodb:UpdateItem dynamodb:PutItem dynamodb:GetItem dynamodb:DeleteItem dynamodb:BatchWriteItem',
  },
  'AWS::Events::Archive': { KmsKeyIdentifier: 'kms:*' },
  'AWS::Events::EventBus': { KmsKeyIdentifier: 'kms:*' },
  'AWS::IAM::Role': {
    ManagedPolicyArns: 'iam:AttachRolePolicy iam:DetachRolePolicy',
    PermissionsBoundary: 'iam:PutRolePermissionsBoundary iam:DeleteRolePermissionsBoundary',
  },
  'AWS::KMS::Key': { Enabled: 'kms:EnableKey kms:DisableKey' },
  'AWS::Lambda::EventSourceMapping': { KmsKeyArn: 'kms:*' },
  'AWS::Lambda::Function': {
    CapacityProviderConfig: 'lambda:PassCapacityProvider',
    CodeSigningConfigArn:
      'lambda:PutFunctionCodeSigningConfig lambda:DeleteFunctionCodeSigningConfig lambda:GetCodeSigningConfig',
    FileSystemConfigs: 'elasticfilesystem:* s3files:*',
    FunctionScalingConfig: 'lambda:PutFunctionScalingConfig',
    KmsKeyArn: 'kms:*',
    Layers: 'lambda:GetLayerVersion',
    RecursiveLoop: 'lambda:PutFunctionRecursionConfig',
    ReservedConcurrentExecutions: 'lambda:PutFunctionConcurrency lambda:DeleteFunctionConcurrency',
    RuntimeManagementConfig: 'lambda:PutRuntimeManagementConfig',
    SnapStart: 'lambda:PublishVersion',
    VpcConfig: 'ec2:*',
  },
  'AWS::Logs::DeliveryDestination': {
    DeliveryDestinationPolicy:
      'logs:PutDeliveryDestinationPolicy logs:DeleteDeliveryDestinationPolicy',
  },
  'AWS::Logs::LogGroup': {
    BearerTokenAuthenticationEnabled: 'logs:PutBearerTokenAuthentication',
    DataProtectionPolicy:
      'logs:PutDataProtectionPolicy logs:DeleteDataProtectionPolicy logs:CreateLogDelivery s3:REST.PUT.OBJECT firehose:TagDeliveryStream',
    DeletionProtectionEnabled: 'logs:PutLogGroupDeletionProtection',
    FieldIndexPolicies: 'logs:PutIndexPolicy logs:DeleteIndexPolicy',
    KmsKeyId: 'logs:AssociateKmsKey logs:DisassociateKmsKey',
    ResourcePolicyDocument: 'logs:PutResourcePolicy logs:DeleteResourcePolicy',
  },
  'AWS::SNS::Subscription': { SubscriptionRoleArn: 'iam:GetRole iam:PassRole' },
  'AWS::SNS::Topic': {
    DataProtectionPolicy: 'sns:PutDataProtectionPolicy',
    DeliveryStatusLogging: 'iam:GetRole iam:PassRole',
    Subscription: 'sns:Subscribe sns:Unsubscribe',
  },
};

/** Published for services that a log of ours does not come from. */
const ofOtherServices =
  /^(autoloop|codewhisperer|logs|workmail):AllowVendedLogDeliveryForResource$/;

/** What the schemas name and IAM does not know. */
const noActions = new Set(['kms:ReEncrypt', 's3:GetObjectMetadata', 's3:REST.PUT.OBJECT']);

/** Whether a template of a resource with these properties can do without an action of its handlers. */
export function isNeedless(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  action: string,
): boolean {
  if (noActions.has(action) || ofOtherServices.test(action)) return true;
  // The version of a code object is named where it is pinned.
  if (action === 's3:GetObjectVersion')
    return !JSON.stringify(properties).includes('ObjectVersion');
  return Object.entries(onlyWith[type] ?? {}).some(
    ([property, actions]) =>
      properties[property] === undefined &&
      actions.split(' ').some((one) => one === action || `${action.split(':')[0]}:*` === one),
  );
}
