import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hubTemplate } from './testing/hub-template.ts';
import { resourcesOf } from './testing/resources.ts';

const text = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'docs', 'deployment.md'),
  'utf8',
);
/** What stands between a heading and the next of its level. */
const section = (heading: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

it('each thing that only AWS can prove has a number of its own, by which tools can call it', () => {
  const rows = section('What is not proven without AWS').match(/^\| (?!ID|-).*$/gm) ?? [];
  const ids = rows.map((row) => /^\| (P\d+) /.exec(row)?.[1]);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids).not.toContain(undefined);
  expect(new Set(ids).size).toBe(ids.length);
});

it('the alarms and the log group that it speaks of exist', () => {
  const template = hubTemplate();
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ properties }) =>
    String(properties['AlarmName']).replace('root-activity-hub-', ''),
  );
  const named = [...section('Alarms').matchAll(/`…?([a-z]+(?:-[a-z]+)+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.length).toBeGreaterThan(4);
  for (const name of named.filter((one) => one !== 'root-activity-undelivered')) {
    expect(alarms.filter((alarm) => alarm.endsWith(name))).not.toEqual([]);
  }
  const [, group = ''] = /`(\/aws\/vendedlogs\/[^`]+)`/.exec(section('Alarms')) ?? [];
  template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: group });
});
