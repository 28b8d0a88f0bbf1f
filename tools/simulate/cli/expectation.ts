import type { Expectation } from '@root-activity-monitor/event-fixtures';
import type { EventResult } from '../trace/result.ts';

/** Where a result differs from what a fixture expects: `field: expected X, got Y`. Empty when nowhere. */
export function differences(result: EventResult, expected: Expectation): readonly string[] {
  const rule = result.stages.find(({ name }) => name === 'forwarding-rule');
  const got = {
    outcome: result.outcome,
    detection: result.detection,
    severity: result.severity,
    stoppedAt: result.stages.find(({ passed }) => !passed)?.name,
    forwarded: rule?.passed,
  };
  const wanted = new Map<string, unknown>(Object.entries(expected));
  // Only events that meet the forwarding rule tell whether it takes them.
  if (rule === undefined) wanted.delete('forwarded');
  return Object.entries(got)
    .filter(([field, value]) => wanted.has(field) && wanted.get(field) !== value)
    .map(
      ([field, value]) => `${field}: expected ${String(wanted.get(field))}, got ${String(value)}`,
    );
}
