import type { EventResult } from '../trace/result.ts';

/** A counted event that no digest ever tells of: nobody hears of it. */
export function untoldResult(result: EventResult, why: string): EventResult {
  const reason = `it was counted, but no digest tells of it: ${why}`;
  return {
    ...result,
    outcome: 'failed',
    asDesigned: false,
    stages: [...result.stages, { name: 'mail', passed: false, reason, ms: 0 }],
  };
}
