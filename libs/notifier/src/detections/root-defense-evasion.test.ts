import { describe } from 'vitest';
import { call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-defense-evasion', () => {
  expectVerdicts([
    ['trail', call('cloudtrail StopLogging'), 'root-defense-evasion', 'critical'],
    ['detector', call('guardduty DeleteDetector'), 'root-defense-evasion', 'critical'],
    ['rule', call('events DisableRule'), 'root-defense-evasion', 'critical'],
    ['recorder', call('config StopConfigurationRecorder'), 'root-defense-evasion', 'critical'],
    ['policies that guard', call('organizations DetachPolicy'), 'root-defense-evasion', 'critical'],
    [
      'this monitor itself',
      call('events PutRule', { requestParameters: { name: 'root-activity-forwarding' } }),
      'root-defense-evasion',
      'critical',
    ],
    [
      'the targets of this monitor',
      call('events PutTargets', { requestParameters: { rule: 'RootActivityMonitorHub-Rule' } }),
      'root-defense-evasion',
      'critical',
    ],
    [
      'a rule switched off',
      call('events PutRule', { requestParameters: { name: 'x', state: 'DISABLED' } }),
      'root-defense-evasion',
      'critical',
    ],
    [
      'a detector switched off',
      call('guardduty UpdateDetector', { requestParameters: { enable: false } }),
      'root-defense-evasion',
      'critical',
    ],
    [
      'Macie paused',
      call('macie2 UpdateMacieSession', { requestParameters: { status: 'PAUSED' } }),
      'root-defense-evasion',
      'critical',
    ],
    ...[
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
        'a feature of a detector',
        'guardduty UpdateDetector',
        { enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }] },
      ],
      [
        'a data source of a detector',
        'guardduty UpdateDetector',
        { enable: true, dataSources: { s3Logs: { enable: false } } },
      ],
      [
        'detectors of new accounts',
        'guardduty UpdateOrganizationConfiguration',
        { autoEnableOrganizationMembers: 'NONE' },
      ],
      ['a control of Control Tower', 'controltower DisableControl', { controlIdentifier: 'x' }],
      ['the landing zone', 'controltower DeleteLandingZone', {}],
      [
        'a control of Security Hub',
        'securityhub UpdateStandardsControl',
        { controlStatus: 'DISABLED' },
      ],
      ['from where root may sign in', 'signin DeleteConsoleAuthorizationConfiguration', {}],
      [
        'a trail that leaves out reads',
        'cloudtrail PutEventSelectors',
        { eventSelectors: [{ readWriteType: 'WriteOnly', includeManagementEvents: true }] },
      ],
      [
        'a trail that leaves out a service',
        'cloudtrail PutEventSelectors',
        {
          eventSelectors: [
            {
              readWriteType: 'All',
              includeManagementEvents: true,
              excludeManagementEventSources: ['kms.amazonaws.com'],
            },
          ],
        },
      ],
      [
        'a trail with one more condition',
        'cloudtrail PutEventSelectors',
        {
          advancedEventSelectors: [
            {
              fieldSelectors: [
                { field: 'eventCategory', equals: ['Management'] },
                { field: 'readOnly', equals: ['false'] },
              ],
            },
          ],
        },
      ],
      ['a trail without insights', 'cloudtrail PutInsightSelectors', { insightSelectors: [] }],
      [
        'a trail to another bucket',
        'cloudtrail UpdateTrail',
        { name: 't', s3BucketName: 'elsewhere' },
      ],
      [
        'a trail of data events only',
        'cloudtrail PutEventSelectors',
        { eventSelectors: [{ readWriteType: 'All', includeManagementEvents: false }] },
      ],
      [
        'a trail of another category',
        'cloudtrail PutEventSelectors',
        {
          advancedEventSelectors: [
            { fieldSelectors: [{ field: 'eventCategory', equals: ['Data'] }] },
          ],
        },
      ],
      ['a trail, by its name alone', 'cloudtrail UpdateTrail', { name: 't' }],
      [
        'a trail without validation',
        'cloudtrail UpdateTrail',
        { name: 't', enableLogFileValidation: false },
      ],
      [
        'a trail of one account',
        'cloudtrail UpdateTrail',
        { name: 't', isOrganizationTrail: false },
      ],
      [
        'a trail without global services',
        'cloudtrail UpdateTrail',
        { name: 't', includeGlobalServiceEvents: false },
      ],
      ['a rule whose parameters are left out', 'events PutRule', { omitted: true }],
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
          resource:
            'arn:aws:lambda:eu-west-1:123456789012:function:RootActivityMonitorHub-Notifier',
        },
      ],
      [
        'an alarm of this monitor',
        'monitoring PutMetricAlarm',
        { alarmName: 'root-activity-undelivered' },
      ],
      ['a trail in one Region', 'cloudtrail UpdateTrail', { name: 't', isMultiRegionTrail: false }],
      ['a trail, in a way that the record leaves out', 'cloudtrail UpdateTrail', undefined],
    ].map(
      ([what, name, requestParameters]) =>
        [
          String(what),
          call(String(name), { requestParameters }),
          'root-defense-evasion',
          'critical',
        ] as const,
    ),
    ...[
      ['a stack of somebody else', 'cloudformation DeleteStack', { stackName: 'shop' }],
      [
        'setting this monitor up',
        'cloudformation CreateStack',
        { stackName: 'RootActivityMonitorHub' },
      ],
      [
        'a detector with all features on',
        'guardduty UpdateDetector',
        { enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] },
      ],
      [
        'a trail that records everything',
        'cloudtrail PutEventSelectors',
        { eventSelectors: [{ readWriteType: 'All', includeManagementEvents: true }] },
      ],
      [
        'a trail that records everything, in the newer form',
        'cloudtrail PutEventSelectors',
        {
          advancedEventSelectors: [
            { fieldSelectors: [{ field: 'eventCategory', equals: ['Management'] }] },
          ],
        },
      ],
      [
        'a trail with insights',
        'cloudtrail PutInsightSelectors',
        { insightSelectors: [{ insightType: 'ApiCallRateInsight' }] },
      ],
      [
        'a trail that also writes to CloudWatch Logs',
        'cloudtrail UpdateTrail',
        { name: 't', cloudWatchLogsLogGroupArn: 'arn:x', cloudWatchLogsRoleArn: 'arn:y' },
      ],
      [
        'a trail for all Regions',
        'cloudtrail UpdateTrail',
        { name: 't', isMultiRegionTrail: true },
      ],
    ].map(
      ([what, name, requestParameters]) =>
        [
          `not ${String(what)}`,
          call(String(name), { requestParameters }),
          'root-write',
          'high',
        ] as const,
    ),
    [
      'not any rule',
      call('events PutRule', { requestParameters: { name: 'x' } }),
      'root-write',
      'high',
    ],
    [
      'not any targets',
      call('events PutTargets', { requestParameters: { rule: 'x' } }),
      'root-write',
      'high',
    ],
    [
      'not a detector that stays on',
      call('guardduty UpdateDetector', { requestParameters: { enable: true } }),
      'root-write',
      'high',
    ],
    [
      'not Macie going on',
      call('macie2 UpdateMacieSession', { requestParameters: { status: 'ENABLED' } }),
      'root-write',
      'high',
    ],
    ['not when it was denied', call('cloudtrail StopLogging', denied), 'root-call-denied', 'high'],
    [
      'not a call of that name at another service',
      call('example StopLogging'),
      'root-write',
      'high',
    ],
    ['not switching a trail on', call('cloudtrail StartLogging'), 'root-write', 'high'],
  ]);
});
