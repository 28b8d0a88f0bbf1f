import { describe, expect, it } from 'vitest';
import { problemsOf } from './testing/problems-of.ts';
import { rawConfig } from './testing/raw-config.ts';

describe('each wrong field is named with what was found and what is wanted', () => {
  it.each([
    [{ hubAccountId: '12345678901' }, 'hubAccountId', '"12345678901"', 'a 12-digit account ID'],
    [
      { hubAccountId: 123456789012 },
      'hubAccountId',
      '123456789012',
      '12-digit account ID in quotes',
    ],
    [{ organizationId: 'exampleorg' }, 'organizationId', '"exampleorg"', 'an organization ID'],
    [{ homeRegion: 'eu-wst-1' }, 'homeRegion', '"eu-wst-1"', 'such as "eu-west-1"'],
    [{ regions: [] }, 'regions', 'an empty list', 'at least one Region'],
    [{ regions: ['eu-west-1', 'eu-west-1'] }, 'regions', 'a list', 'each Region once'],
    [{ organizationalUnits: ['ou-1'] }, 'organizationalUnits[0]', '"ou-1"', 'organizational unit'],
    [{ retention: { logDays: 2 } }, 'retention.logDays', '2', 'CloudWatch Logs takes'],
    [{ accountNames: { '12': 'x' } }, 'accountNames.12', 'the key "12"', '12-digit account ID'],
    [{ tags: { 'aws:x': 'y' } }, 'tags.aws:x', 'the key "aws:x"', 'does not begin with "aws:"'],
    [{ terminationProtection: 'yes' }, 'terminationProtection', '"yes"', 'true or false'],
    [{ homeRegoin: 'eu-west-1' }, 'homeRegoin', 'an unknown field', '"homeRegion"'],
    [{ retention: { logsDays: 30 } }, 'retention.logsDays', 'an unknown field', '"logDays"'],
  ])('%j', (added, field, found, wanted) => {
    const problem = problemsOf(rawConfig(added)).find((candidate) => candidate.field === field);
    expect(problem?.found).toBe(found);
    expect(problem?.wanted).toContain(wanted);
  });

  it('an unknown key in a list gets the nearest known key of that list', () => {
    const alerts = { subscriptions: [{ protokol: 'email', endpoint: 'a@example.com' }] };
    expect(problemsOf(rawConfig({ alerts }))).toContainEqual(
      expect.objectContaining({
        field: 'alerts.subscriptions[0].protokol',
        found: 'an unknown field',
        wanted: '"protocol"',
      }),
    );
  });

  it("an address is shown without its path, which is often a pager's password", () => {
    const endpoint = { protocol: 'https', endpoint: 'http://pager.example.com/secret' };
    const [problem] = problemsOf(rawConfig({ alerts: { subscriptions: [endpoint] } }));
    expect(problem?.found).toBe('"http://pager.example.com/…"');
  });
});

it('all problems are reported at once, contradictions too', () => {
  const fields = problemsOf(
    rawConfig({
      hubAccountId: '1',
      regions: ['us-east-1'],
      hubAcount: true,
      alerts: { subscriptions: [{ protocol: 'sms', endpoint: 'a@example.com' }] },
    }),
  ).map(({ field }) => field);
  expect(fields.sort()).toEqual([
    'alerts.subscriptions[0].endpoint',
    'homeRegion',
    'hubAccountId',
    'hubAcount',
  ]);
});
