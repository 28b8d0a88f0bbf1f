import { describe } from 'vitest';
import { call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-defense-evasion', () => {
  expectVerdicts([
    ['trail', call('cloudtrail StopLogging'), 'root-defense-evasion', 'critical'],
    ['detector', call('guardduty DeleteDetector'), 'root-defense-evasion', 'critical'],
    ['rule', call('events DisableRule'), 'root-defense-evasion', 'critical'],
    ['recorder', call('config StopConfigurationRecorder'), 'root-defense-evasion', 'critical'],
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
