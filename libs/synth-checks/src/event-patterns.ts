import { patternAmbiguities } from '@root-activity-monitor/event-pattern';
import { CfnArchive, CfnRule } from 'aws-cdk-lib/aws-events';
import { Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/**
 * Lets synth fail for every rule and archive below `scope` whose event pattern EventBridge refuses, or
 * of which it is not certain that it takes it.
 */
export function checkEventPatterns(scope: IConstruct): void {
  for (const construct of scope.node.findAll()) {
    if (!(construct instanceof CfnRule || construct instanceof CfnArchive)) continue;
    construct.node.addValidation({ validate: () => problemsOf(construct) });
  }
}

function problemsOf(construct: CfnRule | CfnArchive): string[] {
  const pattern: unknown = Stack.of(construct).resolve(construct.eventPattern);
  return pattern === undefined
    ? []
    : patternAmbiguities(pattern).map((problem) => `EventPattern: ${problem}`);
}
