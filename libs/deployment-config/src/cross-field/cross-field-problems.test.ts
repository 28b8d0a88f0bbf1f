import { describe, expect, it } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { rawConfig } from '../testing/raw-config.ts';

describe('Regions', () => {
  it('the home Region must be watched', () => {
    const [problem] = problemsOf(rawConfig({ regions: ['us-east-1'] }));
    expect(problem).toMatchObject({
      field: 'homeRegion',
      found: '"eu-west-1", which is not watched',
    });
  });

  it('an opt-in home Region is watched when it is named', () => {
    const homeRegion = 'eu-south-1';
    expect(problemsOf(rawConfig({ homeRegion }))).toHaveLength(1);
    expect(problemsOf(rawConfig({ homeRegion, optInRegions: [homeRegion] }))).toEqual([]);
  });

  it.each(['ca-west-1', 'mx-central-1'])('%s, without event archives, is no home', (homeRegion) => {
    const [problem] = problemsOf(rawConfig({ homeRegion, optInRegions: [homeRegion] }));
    expect(problem).toMatchObject({
      field: 'homeRegion',
      found: expect.stringContaining('cannot create event archives') as string,
    });
  });

  it.each(['ca-west-1', 'mx-central-1'])('%s may be watched', (region) => {
    expect(problemsOf(rawConfig({ optInRegions: [region] }))).toEqual([]);
  });

  it('no Region of another partition is watched', () => {
    const [problem] = problemsOf(rawConfig({ optInRegions: ['us-gov-west-1'] }));
    expect(problem?.field).toBe('optInRegions[0]');
    expect(problem?.place).toEqual({ line: 1, column: expect.any(Number) as number });
    expect(problem?.found).toBe('"us-gov-west-1" of the partition aws-us-gov');
  });

  it.each(['us-gov-west-1', 'cn-north-1'])('%s may be the home Region', (homeRegion) => {
    expect(problemsOf(rawConfig({ homeRegion }))).toEqual([]);
  });
});

describe('where root is seen is watched', () => {
  it.each([
    ['eu-west-1', ['eu-west-1'], 'us-east-1'],
    ['us-gov-east-1', ['us-gov-east-1'], 'us-gov-west-1'],
    ['cn-northwest-1', ['cn-northwest-1'], 'cn-north-1'],
  ])('home Region %s, watched %j: %s is missing', (homeRegion, regions, needed) => {
    expect(problemsOf(rawConfig({ homeRegion, regions }))).toMatchObject([
      {
        field: 'regions',
        found: `no "${needed}"`,
        wanted: expect.stringContaining('console sign-ins of root users') as string,
      },
    ]);
    expect(problemsOf(rawConfig({ homeRegion, regions: [...regions, needed] }))).toEqual([]);
  });

  it('an opt-in home Region is in "optInRegions", which says that accounts must enable it', () => {
    const homeRegion = 'eu-south-1';
    const [problem] = problemsOf(rawConfig({ homeRegion, regions: [homeRegion, 'us-east-1'] }));
    expect(problem?.field).toBe('homeRegion');
    expect(problem?.wanted).toContain('every watched account has it enabled');
    expect(
      problemsOf(rawConfig({ homeRegion, regions: ['us-east-1'], optInRegions: [homeRegion] })),
    ).toEqual([]);
  });

  it('a Region is in one of the lists', () => {
    const added = { regions: ['eu-west-1', 'us-east-1'], optInRegions: ['us-east-1'] };
    expect(problemsOf(rawConfig(added))).toMatchObject([
      { field: 'optInRegions[0]', found: '"us-east-1", which is regions[1] too' },
    ]);
  });
});

describe('organizational units', () => {
  const of = (...organizationalUnits: string[]) => problemsOf(rawConfig({ organizationalUnits }));

  it('each stands once', () => {
    const unit = 'ou-abcd-11111111';
    expect(of(unit, unit)).toMatchObject([{ found: 'the same as organizationalUnits[0]' }]);
  });

  it('the root stands alone: it contains the others', () => {
    expect(of('r-abcd', 'ou-abcd-11111111')).toMatchObject([{ field: 'organizationalUnits[1]' }]);
    expect(of('r-abcd')).toEqual([]);
  });

  it('they belong to one organization', () => {
    const [problem] = of('ou-abcd-11111111', 'ou-efgh-11111111');
    expect(problem?.found).toContain('under another root than "ou-abcd-11111111"');
    expect(of('ou-abcd-11111111', 'ou-abcd-22222222')).toEqual([]);
  });
});

describe('endpoints follow their protocol', () => {
  it.each([
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

  it.each([
    ['email', 'security@example.com'],
    ['https', 'https://events.pagerduty.com/integration/0/enqueue'],
    ['email-json', 'security@example.com'],
    ['sms', '+15555550100'],
    ['https', 'https://pager.example.com/hook'],
    ['sqs', 'arn:aws:sqs:eu-west-1:123456789012:alerts'],
  ])('%s to %s is taken', (protocol, endpoint) => {
    const subscriptions = [
      { protocol: 'email', endpoint: 'duty@example.com' },
      { protocol, endpoint },
    ];
    expect(problemsOf(rawConfig({ alerts: { subscriptions } }))).toEqual([]);
    expect(problemsOf(rawConfig({ operations: { subscriptions } }))).toEqual([]);
  });
});

describe('endpoints that nobody is reached by', () => {
  it.each([
    ['https', 'https://localhost/hook', 'public host'],
    ['https', 'https://pager/hook', 'public host'],
    ['https', 'https://10.1.2.3/hook', 'public host'],
    ['https', 'https://172.20.0.1:8443/', 'public host'],
    ['https', 'https://pager.corp.internal/hook', 'public host'],
    ['email', 'no-reply@example.com', 'somebody reads'],
    ['email', 'noreply+aws@example.com', 'somebody reads'],
    ['sqs', 'arn:aws:sqs:eu-west-1:123456789012:alerts.fifo', 'a standard queue'],
    ['sqs', 'arn:aws-cn:sqs:cn-north-1:123456789012:alerts', 'partition, aws'],
  ])('%s to %s', (protocol, endpoint, wanted) => {
    const subscriptions = [
      { protocol: 'email', endpoint: 'duty@example.com' },
      { protocol, endpoint },
    ];
    for (const field of ['alerts', 'operations']) {
      const [problem, ...others] = problemsOf(rawConfig({ [field]: { subscriptions } }));
      expect(others).toEqual([]);
      expect(problem?.field).toBe(`${field}.subscriptions[1].endpoint`);
      expect(problem?.wanted).toContain(wanted);
    }
  });
});

it('nobody is subscribed twice', () => {
  const once = { protocol: 'email', endpoint: 'security@example.com' };
  const again = { ...once, endpoint: 'Security@Example.com', minimumSeverity: 'high' };
  const subscriptions = [once, again];
  expect(problemsOf(rawConfig({ alerts: { subscriptions } }))).toMatchObject([
    {
      field: 'alerts.subscriptions[1]',
      found: 'the same as alerts.subscriptions[0]',
      wanted: 'each subscriber once',
    },
  ]);
});

it('a chat without a channel is refused', () => {
  expect(problemsOf(rawConfig({ chat: {} }))[0]?.field).toBe('chat');
  const slack = { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' };
  expect(problemsOf(rawConfig({ chat: { slack } }))).toEqual([]);
  const [problem] = problemsOf(rawConfig({ chat: { slack }, homeRegion: 'us-gov-west-1' }));
  expect(problem?.found).toBe('a chat in the partition aws-us-gov');
});

it("account names must fit into the notifier's environment, counted in bytes", () => {
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
