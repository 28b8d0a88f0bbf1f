/** One thing that is wrong in the configuration. */
export interface Problem {
  /** The field, as `alerts.subscriptions[0].endpoint`; empty for the file as a whole. */
  readonly field: string;
  readonly found: string;
  readonly wanted: string;
}

/** The configuration cannot be used; `problems` has all that is wrong with it, not only the first. */
export class DeploymentConfigError extends Error {
  override readonly name = 'DeploymentConfigError';
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[], options?: ErrorOptions) {
    const lines = problems.map(
      ({ field, found, wanted }) => `  ${field || '(the file)'}: found ${found}; wanted ${wanted}`,
    );
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${path}: ${count}`, ...lines].join('\n'), options);
    this.path = path;
    this.problems = problems;
  }
}
