/** From least to most severe; `info` never reaches people. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;

/**
 * How bad a finding is: `critical` root can be, or has been, taken over or made lasting; `high` a
 * person used root, or tried something root-like that was denied; `medium` expected privileged
 * work, or an attempt that failed; `low` root read something; `info` a service acted with root's
 * identity.
 */
export type Severity = (typeof severities)[number];

/** Whether `one` is more severe than `other`. */
export function moreSevere(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) > severities.indexOf(other);
}
