/** A finding of cdk-preflight that a template has on purpose, and why. */
export interface AcknowledgedFinding {
  /** Path of the construct below the app, as "RootActivityMonitorHub/Rules/Notification". */
  readonly path: string;
  /** The rule's ID, as "pf-events-rule-target-limit". */
  readonly rule: string;
  readonly reason: string;
}
