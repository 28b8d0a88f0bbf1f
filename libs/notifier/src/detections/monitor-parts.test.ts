import { describe } from 'vitest';
import { expectRequestVerdicts } from '../testing/records.ts';

describe('changing this monitor', () => {
  expectRequestVerdicts('root-defense-evasion', 'critical', [
    [
      'a stack of this monitor',
      'cloudformation DeleteStack',
      { stackName: 'StackSet-root-activity-monitor-0a1b' },
    ],
    [
      'its stack set',
      'cloudformation DeleteStackInstances',
      { stackSetName: 'root-activity-monitor' },
    ],
    [
      'its role',
      'iam DeleteRolePolicy',
      { roleName: 'StackSet-root-activity-mo-SpokeForwardingRole-1A2B' },
    ],
    [
      'its queue',
      'sqs DeleteQueue',
      { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/StackSet-root-activity-x' },
    ],
    [
      'its function',
      'lambda DeleteFunction20150331',
      { functionName: 'RootActivityMonitorHub-Notifier' },
    ],
    [
      'its concurrency',
      'lambda PutFunctionConcurrency20171031',
      { functionName: 'RootActivityMonitorHub-Notifier' },
    ],
    ['its table', 'dynamodb UpdateTable', { tableName: 'RootActivityMonitorHub-State' }],
    [
      'its topic',
      'sns SetTopicAttributes',
      { topicArn: 'arn:aws:sns:eu-west-1:123456789012:RootActivityMonitorHub-Alerts' },
    ],
    [
      'a change set of this monitor',
      'cloudformation ExecuteChangeSet',
      {
        changeSetName: 'arn:aws:cloudformation:eu-west-1:123456789012:changeSet/root-activity/1',
      },
    ],
    [
      'tags of this monitor',
      'lambda TagResource',
      {
        resource: 'arn:aws:lambda:eu-west-1:123456789012:function:RootActivityMonitorHub-Notifier',
      },
    ],
    [
      'an alarm of this monitor',
      'monitoring PutMetricAlarm',
      { alarmName: 'root-activity-undelivered' },
    ],
  ]);
});

describe('not changing this monitor', () => {
  expectRequestVerdicts('root-write', 'high', [
    ['a stack of somebody else', 'cloudformation DeleteStack', { stackName: 'shop' }],
    [
      'setting this monitor up',
      'cloudformation CreateStack',
      { stackName: 'RootActivityMonitorHub' },
    ],
  ]);
});
