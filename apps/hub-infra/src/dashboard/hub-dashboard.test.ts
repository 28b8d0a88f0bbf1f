import { alertSeverities } from '@root-activity-monitor/deployment-config';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf } from '../testing/resources.ts';

const template = hubTemplate();
const [dashboard] = resourcesOf(template, 'AWS::CloudWatch::Dashboard');

/** The body is JSON in pieces, with references between them. */
const BodySchema = z.object({
  DashboardBody: z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) }),
});
const pieces = BodySchema.parse(dashboard?.properties).DashboardBody['Fn::Join'][1];
const body = pieces.map((piece) => (typeof piece === 'string' ? piece : 'REFERENCE')).join('');
const WidgetSchema = z.object({
  type: z.string(),
  properties: z.looseObject({
    title: z.string().optional(),
    alarms: z.array(z.string()).default([]),
    metrics: z.array(z.array(z.unknown())).default([]),
  }),
});
const { widgets } = z.object({ widgets: z.array(WidgetSchema) }).parse(JSON.parse(body));

const widget = (title: string) => {
  const found = widgets.find(({ properties }) => properties.title === title);
  if (found === undefined) throw new Error(`the dashboard has no ${title}`);
  return found.properties;
};

describe('whoever opens the dashboard sees', () => {
  it('who used root: alerts by severity, and by the account that recorded the event', () => {
    const severities = JSON.stringify(widget('Alerts by severity').metrics);
    for (const severity of alertSeverities) expect(severities).toContain(`"${severity}"`);
    const byAccount = JSON.stringify(widget('Alerts by account').metrics);
    expect(byAccount).toContain('{RootActivityMonitor,account}');
  });

  it('how late alerts are, usually and at worst', () => {
    const delay = JSON.stringify(widget('Delay from the event to its alert (ms)').metrics);
    expect(delay).toContain('p50');
    expect(delay).toContain('p99');
  });

  it('what waits, and every queue that something can be parked in', () => {
    expect(widget('Waiting').metrics).toHaveLength(2);
    const deadLetterQueues = resourcesOf(template, 'AWS::SQS::Queue').filter(
      ({ type, id }) => type === 'AWS::SQS::Queue' && !id.startsWith('NotificationsQueue'),
    );
    expect(widget('Parked').metrics).toHaveLength(deadLetterQueues.length);
  });

  it('the state of every alarm of the hub', () => {
    const names = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ properties }) =>
      String(properties['AlarmName']),
    );
    const shown = widget('Alarms').alarms;
    expect(names.length).toBeGreaterThan(10);
    expect(shown.map((arn) => arn.split(':alarm:')[1]).sort()).toEqual(names.sort());
  });
});
