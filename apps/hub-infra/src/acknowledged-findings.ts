import type { AcknowledgedFinding } from '@root-activity-monitor/synth-checks';

/** Findings of cdk-preflight that the hub has on purpose: none. */
export const acknowledgedFindings: readonly AcknowledgedFinding[] = [];
