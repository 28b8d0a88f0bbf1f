/** A rollout policy as one would write it without knowing how names are trimmed and types are checked. */
export const handWrittenPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['organizations:DescribeOrganization', 'organizations:ListRoots'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: 'cloudformation:*',
      Resource: [
        'arn:aws:cloudformation:*:*:stack/RootActivityMonitor*/*',
        'arn:aws:cloudformation:*:*:stackset/root-activity-monitor:*',
        'arn:aws:cloudformation:*:*:stackset-target/root-activity-monitor:*',
        'arn:aws:cloudformation:*::type/resource/AWS-IAM-Role',
      ],
    },
    {
      Effect: 'Allow',
      Action: ['cloudformation:CreateStackSet', 'cloudformation:GetTemplateSummary'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['events:*Rule', 'events:PutTargets', 'events:RemoveTargets', 'events:TagResource'],
      Resource: 'arn:aws:events:*:111122223333:rule/root-activity-*',
    },
    {
      Effect: 'Allow',
      Action: 'sqs:*',
      Resource: 'arn:aws:sqs:*:111122223333:RootActivityMonitorManagement-*',
    },
    {
      Effect: 'Allow',
      Action: 'cloudwatch:*',
      Resource: 'arn:aws:cloudwatch:*:111122223333:alarm:root-activity-undelivered',
    },
    {
      Effect: 'Allow',
      Action: ['iam:CreateRole', 'iam:DeleteRole', 'iam:GetRole', 'iam:PutRolePolicy'],
      Resource: 'arn:aws:iam::111122223333:role/RootActivityMonitorManagement-*',
    },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/RootActivityMonitorManagement-*',
      Condition: { StringEquals: { 'iam:PassedToService': 'events.amazonaws.com' } },
    },
  ],
};
