import { describe } from 'vitest';
import { expectRequestVerdicts } from '../testing/records.ts';

describe('narrowing a trail', () => {
  expectRequestVerdicts('root-defense-evasion', 'critical', [
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
    ['a trail of one account', 'cloudtrail UpdateTrail', { name: 't', isOrganizationTrail: false }],
    [
      'a trail without global services',
      'cloudtrail UpdateTrail',
      { name: 't', includeGlobalServiceEvents: false },
    ],
    ['a trail in one Region', 'cloudtrail UpdateTrail', { name: 't', isMultiRegionTrail: false }],
    ['a trail, in a way that the record leaves out', 'cloudtrail UpdateTrail', undefined],
  ]);
});

describe('not narrowing a trail', () => {
  expectRequestVerdicts('root-write', 'high', [
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
    ['a trail for all Regions', 'cloudtrail UpdateTrail', { name: 't', isMultiRegionTrail: true }],
  ]);
});
