import { nag, type AcknowledgedRule } from '@root-activity-monitor/synth-checks/testing/nag';
import { App } from 'aws-cdk-lib/core';
import { expect, it } from 'vitest';
import { acknowledgedRules } from './testing/acknowledged-rules.ts';
import { hubStack } from './testing/hub-template.ts';

function nagHub(acknowledged: readonly AcknowledgedRule[]): void {
  const stack = hubStack({
    chat: { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } },
  });
  const app = stack.node.root;
  if (!App.isApp(app)) throw new Error('the hub is in no app');
  nag(app, [stack], acknowledged);
}

it('cdk-nag (AwsSolutions, Serverless) finds nothing but what is acknowledged with a reason', () => {
  nagHub(acknowledgedRules);
});

it('cdk-nag does look: without the acknowledgements it refuses', () => {
  expect(() => {
    nagHub([]);
  }).toThrow('Serverless-SQSRedrivePolicy');
});
