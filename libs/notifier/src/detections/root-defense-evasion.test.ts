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
      ['a rule whose parameters are left out', 'events PutRule', { omitted: true }],
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
      [
        'a detector with all features on',
        'guardduty UpdateDetector',
        { enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] },
      ],
    ].map(
      ([what, name, requestParameters]) =>
        [`not ${what}`, call(String(name), { requestParameters }), 'root-write', 'high'] as const,
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
