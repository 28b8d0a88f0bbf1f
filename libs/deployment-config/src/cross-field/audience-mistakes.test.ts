import { describe, expect, it } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { rawConfig } from '../testing/raw-config.ts';

const mail = { protocol: 'email', endpoint: 'duty@example.com' };
const json = { protocol: 'email-json', endpoint: 'siem@example.com' };
const sms = { protocol: 'sms', endpoint: '+15555550100' };
const pager = { protocol: 'https', endpoint: 'https://pager.example.com/hook' };
const queue = { protocol: 'sqs', endpoint: 'arn:aws:sqs:eu-west-1:123456789012:alerts' };
const chat = { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } };

const alertsTo = (...subscriptions: object[]) =>
  problemsOf(rawConfig({ alerts: { subscriptions } }));
const operationsTo = (...subscriptions: object[]) =>
  problemsOf(rawConfig({ operations: { subscriptions } }));

describe('alerts reach a person', () => {
  it.each([[{ subscriptions: [] }], [{}]])('nobody, as %j, is refused', (alerts) => {
    expect(problemsOf(rawConfig({ alerts }))).toMatchObject([
      {
        field: 'alerts.subscriptions',
        found: 'nobody',
        wanted: expect.stringContaining('somebody who is told about root activity') as string,
      },
    ]);
  });

  it('programs alone are refused', () => {
    expect(alertsTo(queue, json)).toMatchObject([
      { field: 'alerts.subscriptions', found: 'only sqs, email-json, which programs read' },
    ]);
  });

  it('text messages alone are refused, because SNS drops them silently', () => {
    expect(alertsTo(sms)[0]?.found).toContain('drops text messages silently');
  });

  it('a mailbox, a pager or a chat is enough, whatever is beside it', () => {
    expect(alertsTo(mail)).toEqual([]);
    expect(alertsTo(pager, queue, sms)).toEqual([]);
    expect(problemsOf(rawConfig({ alerts: {}, chat }))).toEqual([]);
  });

  it('alerts of the severity "high" must reach one of them', () => {
    const critical = { ...mail, minimumSeverity: 'critical' };
    const everything = { ...queue, minimumSeverity: 'low' };
    expect(alertsTo(critical, everything)).toMatchObject([
      {
        field: 'alerts.subscriptions',
        found: expect.stringContaining('nobody who gets alerts of the severity "high"') as string,
      },
    ]);
    expect(alertsTo(critical, { ...pager, minimumSeverity: 'high' })).toEqual([]);
  });
});

describe('news of a broken monitor reaches a person', () => {
  it('nobody is refused', () => {
    expect(operationsTo()).toMatchObject([{ field: 'operations.subscriptions', found: 'nobody' }]);
    expect(problemsOf(rawConfig({ operations: {} }))).toHaveLength(1);
  });

  it('programs and text messages alone are refused', () => {
    expect(operationsTo(queue)).toHaveLength(1);
    expect(operationsTo(sms)[0]?.found).toContain('sandbox');
    expect(operationsTo(sms, pager)).toEqual([]);
  });
});

it('what cannot be read is said once, not also taken for nobody', () => {
  expect(alertsTo({ protocol: 'pigeon', endpoint: 'roof' })).toMatchObject([
    { field: 'alerts.subscriptions[0].protocol' },
  ]);
});
