import { Stack, Validations, type App } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import { rolloutApp, spokeApp } from './apps.ts';
import { acknowledgedRules, type AcknowledgedRule } from './testing/acknowledged-rules.ts';
import { rolloutConfig } from './testing/rollout-config.ts';

const config = rolloutConfig();

/** Synthesizes an app under both packs; throws with every finding that is not acknowledged. */
function nag(app: App, acknowledged: readonly AcknowledgedRule[]): void {
  for (const stack of app.node.children.filter((child) => Stack.isStack(child))) {
    if (stack.node.tryFindChild('Spoke') === undefined) continue;
    for (const { path, rule, reason } of acknowledged) {
      const construct = path
        .split('/')
        .reduce<IConstruct>((scope, id) => scope.node.findChild(id), stack);
      Validations.of(construct).acknowledge({ id: rule, reason });
    }
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
}

test.each([
  ['template', () => spokeApp(config)],
  ['rollout', () => rolloutApp(config, '{}')],
])(
  'cdk-nag (AwsSolutions, Serverless) finds nothing in the %s but what is acknowledged with a reason',
  (_, make) => {
    nag(make(), acknowledgedRules);
  },
);

test('cdk-nag does look: without the acknowledgements it refuses', () => {
  expect(() => {
    nag(spokeApp(config), []);
  }).toThrow('Serverless-SQSRedrivePolicy');
});
