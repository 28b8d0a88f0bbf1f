import type { AcknowledgedFinding } from '@root-activity-monitor/synth-checks';

/** Findings of cdk-preflight that the spokes and their rollout have on purpose: none. */
export const acknowledgedFindings: readonly AcknowledgedFinding[] = [];
