import { Validations, type App, type Stack } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A rule of cdk-nag that a construct breaks on purpose, and why. */
export interface AcknowledgedRule {
  /** Path of the construct below the stack; what is below it is meant too. */
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

/**
 * Synthesizes an app under both packs of rules.
 *
 * @throws Error with every finding that is not acknowledged in one of the stacks
 */
export function nag(
  app: App,
  stacks: readonly Stack[],
  acknowledged: readonly AcknowledgedRule[],
): void {
  for (const stack of stacks) {
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
