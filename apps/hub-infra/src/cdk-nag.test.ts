import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { acknowledgedRules, type AcknowledgedRule } from './testing/acknowledged-rules.ts';
import { hubStack } from './testing/hub-template.ts';

const slack = { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' };

/** Synthesizes the hub under both packs; throws with every finding that is not acknowledged. */
function nag(acknowledged: readonly AcknowledgedRule[]): void {
  const stack = hubStack({ chat: { slack } });
  for (const { path, rule, reason } of acknowledged) {
    const construct = path
      .split('/')
      .reduce(
        (scope, id) => scope.node.findChild(id),
        stack as ReturnType<typeof stack.node.findChild>,
      );
    Validations.of(construct).acknowledge({ id: rule, reason });
  }
  const app = stack.node.root;
  if (!App.isApp(app)) throw new Error('the hub is in no app');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
}

test('cdk-nag (AwsSolutions, Serverless) finds nothing but what is acknowledged with a reason', () => {
  nag(acknowledgedRules);
});

test('cdk-nag does look: without the acknowledgements it refuses', () => {
  expect(() => {
    nag([]);
  }).toThrow('Serverless-SQSRedrivePolicy');
});
