import { readFlags, UsageError } from '@root-activity-monitor/command-line';
import { expect, it } from 'vitest';
import { e2eCommand } from './command.ts';

const read = (url: string) => readFlags(['--endpoint-url', url], e2eCommand.flags);

it('takes the URL of an emulator', () => {
  expect(read('http://localhost:4566')).toEqual({ 'endpoint-url': 'http://localhost:4566' });
});

it.each([
  'localhost',
  'https://sts.eu-west-1.amazonaws.com',
  'https://sts.cn-north-1.amazonaws.com.cn',
  'https://lambda.eu-west-1.api.aws',
])('refuses %s, which is no URL or AWS itself', (url) => {
  expect(() => read(url)).toThrow(UsageError);
});
