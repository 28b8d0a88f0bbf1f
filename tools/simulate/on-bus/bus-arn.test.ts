import { UsageError } from '@root-activity-monitor/command-line';
import { expect, test } from 'vitest';
import { readBusArn } from './bus-arn.ts';

test('reads account, Region and name, in any partition', () => {
  expect(
    readBusArn('arn:aws-us-gov:events:us-gov-west-1:123456789012:event-bus/root-activity'),
  ).toMatchObject({
    partition: 'aws-us-gov',
    region: 'us-gov-west-1',
    account: '123456789012',
    name: 'root-activity',
  });
});

test.each([
  'root-activity',
  'arn:aws:sns:eu-west-1:123456789012:root-activity',
  'arn:aws:events:eu-west-1:123456789012:rule/root-activity/root-activity-simulation',
  'arn:aws:events:eu-west-1:12345678901:event-bus/root-activity',
  'arn:aws:events:eu-west-1:123456789012:event-bus/',
  'arn:aws:events:eu-west-1:123456789012:event-bus/default',
])('refuses %s as wrong usage', (found) => {
  expect(() => readBusArn(found)).toThrow(UsageError);
});
