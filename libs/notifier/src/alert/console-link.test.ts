import { expect, it } from 'vitest';
import { finding } from '../testing/findings.ts';
import { contentOf } from './content.ts';

const consoleLink = (changes: Parameters<typeof finding>[0]) => contentOf(finding(changes)).link;

it.each([
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
  expect(consoleLink({ partition, region, eventId: 'E1' })).toBe(link);
});

it('none when the record does not say where or which', () => {
  expect(consoleLink({ region: 'unknown' })).toBeUndefined();
  expect(consoleLink({ eventId: 'unknown' })).toBeUndefined();
});
