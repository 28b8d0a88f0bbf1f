import { nag } from '@root-activity-monitor/synth-checks/testing/nag';
import { Stack, type App } from 'aws-cdk-lib/core';
import { expect, it } from 'vitest';
import { rolloutApp } from './rollout/rollout-app.ts';
import { spokeApp } from './spoke-app.ts';
import { acknowledgedRules } from './testing/acknowledged-rules.ts';
import { rolloutConfig } from './testing/rollout-config.ts';

const config = rolloutConfig();
const spokeStacks = (app: App) =>
  app.node.children
    .filter((child) => Stack.isStack(child))
    .filter((stack) => stack.node.tryFindChild('Spoke') !== undefined);

it.each([
  ['template', () => spokeApp(config)],
  ['rollout', () => rolloutApp(config, '{}')],
])(
  'cdk-nag (AwsSolutions, Serverless) finds nothing in the %s but what is acknowledged with a reason',
  (_, make) => {
    const app = make();
    nag(app, spokeStacks(app), acknowledgedRules);
  },
);

it('cdk-nag does look: without the acknowledgements it refuses', () => {
  expect(() => {
    nag(spokeApp(config), [], []);
  }).toThrow('Serverless-SQSRedrivePolicy');
});
