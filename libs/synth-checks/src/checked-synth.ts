import type { App } from 'aws-cdk-lib/core';
import type { AcknowledgedFinding } from './acknowledged-finding.ts';
import { checkEventPatterns } from './event-patterns.ts';
import { applyPreflight } from './preflight.ts';

/**
 * Synthesizes an app, and fails where its templates would fail at deployment as far as can be known
 * without AWS. It needs no network.
 *
 * @param acknowledged findings that stand, each with its reason
 * @throws Error with the findings, or once CDK has printed them
 */
export function checkedSynth(app: App, acknowledged: readonly AcknowledgedFinding[] = []): void {
  checkEventPatterns(app);
  applyPreflight(app, acknowledged);
  app.synth();
}

const names = new Set(['ValidationFailed', 'ValidationFailedWithErrors']);

/** What a failed synth has to say to a person; undefined for a fault in a program. */
export function explained(error: unknown): string | undefined {
  return error instanceof Error && names.has(error.name) ? error.message : undefined;
}
