import { Validations, type App } from 'aws-cdk-lib/core';
import { Preflight } from 'cdk-preflight';
import type { IConstruct } from 'constructs';
import type { AcknowledgedFinding } from './acknowledged-finding.ts';

/**
 * Lets synth fail for what a deployment would fail for: the rules of cdk-preflight, and the errors of
 * CloudFormation's own validator, which CDK only warns of.
 *
 * @throws Error where an acknowledgement names a construct that there is not
 * @see https://github.com/badmintoncryer/cdk-preflight
 */
export function applyPreflight(app: App, acknowledged: readonly AcknowledgedFinding[]): void {
  for (const { path, rule, reason } of acknowledged) {
    const construct = path
      .split('/')
      .reduce<IConstruct>((scope, id) => scope.node.findChild(id), app);
    Validations.of(construct).acknowledge({ id: `cdk-preflight::${rule}`, reason });
  }
  Preflight.apply(app, { strict: true });
}
