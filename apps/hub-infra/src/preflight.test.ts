import { checkedSynth } from '@root-activity-monitor/synth-checks';
import { notificationPattern } from '@root-activity-monitor/event-schema';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { App } from 'aws-cdk-lib/core';
import { expect, it } from 'vitest';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import type { HubStack } from './hub-stack.ts';
import { hubStack } from './testing/hub-template.ts';

const chat = {
  slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' },
  teams: {
    tenantId: '11111111-2222-3333-4444-555555555555',
    teamId: '11111111-2222-3333-4444-666666666666',
    channelId: '19%3Aexample%40thread.tacv2',
  },
};

function synth(stack: HubStack): void {
  const app = stack.node.root;
  if (!App.isApp(app)) throw new Error('the hub is in no app');
  checkedSynth(app, acknowledgedFindings);
}

it.each([
  ['by itself', {}],
  ['with chat', { chat }],
  ['that keeps nothing', { retention: { keepOnDestroy: false }, terminationProtection: false }],
  ['in GovCloud', { homeRegion: 'us-gov-west-1' }],
])('nothing known stands against the deployment of a hub %s', (_, changed) => {
  synth(hubStack(changed));
});

it('a pattern that only one reading of EventBridge accepts fails synth', () => {
  const stack = hubStack();
  const rule = stack.node.findChild('Rules').node.findChild('Notification');
  if (!(rule instanceof CfnRule)) throw new Error('there is no notification rule');
  const { detail, ...envelope } = notificationPattern;
  const { $or } = detail as { $or: unknown[] };
  rule.eventPattern = { ...envelope, $or: $or.map((branch) => ({ detail: branch })) };
  expect(() => synth(stack)).toThrow('$or stands beside "source"');
});
