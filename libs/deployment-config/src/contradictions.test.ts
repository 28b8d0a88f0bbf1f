import { describe, expect, test } from 'vitest';
import { problemsOf } from './testing/problems-of.ts';
import { rawConfig } from './testing/raw-config.ts';

describe('Regions', () => {
  test('the home Region must be watched', () => {
    const [problem] = problemsOf(rawConfig({ regions: ['us-east-1'] }));
    expect(problem).toMatchObject({
      field: 'homeRegion',
      found: '"eu-west-1", which is not watched',
    });
  });

  test('an opt-in home Region is watched when it is named', () => {
    const homeRegion = 'eu-south-1';
    expect(problemsOf(rawConfig({ homeRegion }))).toHaveLength(1);
    expect(problemsOf(rawConfig({ homeRegion, optInRegions: [homeRegion] }))).toEqual([]);
  });

  test('no Region of another partition is watched', () => {
    const [problem] = problemsOf(rawConfig({ optInRegions: ['us-gov-west-1'] }));
    expect(problem?.field).toBe('optInRegions[0]');
    expect(problem?.found).toBe('"us-gov-west-1" of the partition aws-us-gov');
  });

  test.each(['us-gov-west-1', 'cn-north-1'])('%s may be the home Region', (homeRegion) => {
    expect(problemsOf(rawConfig({ homeRegion }))).toEqual([]);
  });
});

describe('endpoints follow their protocol', () => {
  test.each([
    ['email', '+15555550100', 'a mail address'],
    ['sms', 'security@example.com', 'a phone number'],
    ['sms', '0155555501', 'a phone number'],
    ['https', 'http://pager.example.com/x', 'https://'],
    ['sqs', 'https://sqs.eu-west-1.amazonaws.com/123456789012/q', 'the ARN of an SQS queue'],
  ])('%s to %s is refused', (protocol, endpoint, wanted) => {
    const subscriptions = [{ protocol, endpoint }];
    expect(problemsOf(rawConfig({ alerts: { subscriptions } }))[0]?.wanted).toContain(wanted);
    expect(problemsOf(rawConfig({ operations: { subscriptions } }))[0]?.wanted).toContain(wanted);
  });

  test.each([
    ['email', 'security@example.com'],
    ['email-json', 'security@example.com'],
    ['sms', '+15555550100'],
    ['https', 'https://pager.example.com/hook'],
    ['sqs', 'arn:aws:sqs:eu-west-1:123456789012:alerts'],
  ])('%s to %s is taken', (protocol, endpoint) => {
    expect(problemsOf(rawConfig({ alerts: { subscriptions: [{ protocol, endpoint }] } }))).toEqual(
      [],
    );
  });
});

test('nobody is subscribed twice', () => {
  const once = { protocol: 'email', endpoint: 'security@example.com' };
  const subscriptions = [once, { ...once, minimumSeverity: 'high' }];
  expect(problemsOf(rawConfig({ alerts: { subscriptions } }))).toEqual([
    {
      field: 'alerts.subscriptions[1]',
      found: 'the same as alerts.subscriptions[0]',
      wanted: 'each subscriber once',
    },
  ]);
});

test('a chat without a channel is refused', () => {
  expect(problemsOf(rawConfig({ chat: {} }))[0]?.field).toBe('chat');
  const slack = { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' };
  expect(problemsOf(rawConfig({ chat: { slack } }))).toEqual([]);
  const [problem] = problemsOf(rawConfig({ chat: { slack }, homeRegion: 'us-gov-west-1' }));
  expect(problem?.found).toBe('a chat in the partition aws-us-gov');
});

test("account names must fit into the notifier's environment, counted in bytes", () => {
  const names = (count: number, name: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [String(100_000_000_000 + index), name]),
    );
  expect(problemsOf(rawConfig({ accountNames: names(80, 'payments-prod') }))).toEqual([]);
  expect(problemsOf(rawConfig({ accountNames: names(80, 'zahlungen-für-öl') }))[0]).toMatchObject({
    field: 'accountNames',
    found: expect.stringMatching(/^\d{4} bytes$/) as string,
  });
});
