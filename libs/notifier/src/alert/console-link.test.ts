import { expect, test } from 'vitest';
import { finding } from '../testing/findings.ts';
import { consoleLink } from './console-link.ts';

test.each([
  [
    'aws',
    'eu-west-1',
    'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/E1',
  ],
  [
    'aws-us-gov',
    'us-gov-west-1',
    'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-west-1#/events/E1',
  ],
  [
    'aws-cn',
    'cn-north-1',
    'https://cn-north-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-north-1#/events/E1',
  ],
] as const)('partition %s', (partition, region, link) => {
  expect(consoleLink({ ...finding().activity, partition, region, eventId: 'E1' })).toBe(link);
});

test('none when the record does not say where or which', () => {
  expect(consoleLink({ ...finding().activity, region: 'unknown' })).toBeUndefined();
  expect(consoleLink({ ...finding().activity, eventId: 'unknown' })).toBeUndefined();
});
