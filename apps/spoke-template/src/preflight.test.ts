import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { checkedSynth } from '@root-activity-monitor/synth-checks';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { expect, it } from 'vitest';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import { rolloutApp } from './rollout/rollout-app.ts';
import { spokeApp, spokeStack } from './spoke-app.ts';
import { rolloutConfig } from './testing/rollout-config.ts';
import { spokeTemplate } from './testing/spoke-template.ts';

const body = JSON.stringify(spokeTemplate().toJSON());

it.each([
  ['the template', () => spokeApp(rolloutConfig())],
  [
    'the template without alarms',
    () => spokeApp(rolloutConfig({ operations: { spokeAlarms: false } })),
  ],
  ['the rollout', () => rolloutApp(rolloutConfig(), body)],
  [
    'the rollout by a delegated administrator',
    () => rolloutApp(rolloutConfig({ rolloutAccountId: '444455556666' }), body),
  ],
])('nothing known stands against the deployment of %s', (_, make) => {
  checkedSynth(make(), acknowledgedFindings);
});

it('a pattern that only one reading of EventBridge accepts fails synth', () => {
  const app = spokeApp(rolloutConfig());
  const rule = app.node
    .findChild(spokeStack)
    .node.findAll()
    .find((construct) => construct instanceof CfnRule);
  if (rule === undefined) throw new Error('there is no forwarding rule');
  const { detail, ...envelope } = forwardingPattern;
  const { $or } = detail as { $or: unknown[] };
  rule.eventPattern = { ...envelope, $or: $or.map((branch) => ({ detail: branch })) };
  expect(() => checkedSynth(app, acknowledgedFindings)).toThrow('$or stands beside "source"');
});
