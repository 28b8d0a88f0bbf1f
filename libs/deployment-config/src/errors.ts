import { basename } from 'node:path';
import type { Place } from './config-text.ts';

/** One thing that is wrong in the configuration. */
export interface Problem {
  /** The field, as `alerts.subscriptions[0].endpoint`; empty for the file as a whole. */
  readonly field: string;
  /** Where in the file, from 1 on; undefined where there is no text to point at. */
  readonly place: Place | undefined;
  readonly found: string;
  readonly wanted: string;
}

/** The configuration cannot be used; `problems` has all that is wrong with it, not only the first. */
export class DeploymentConfigError extends Error {
  override readonly name = 'DeploymentConfigError';
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[], options?: ErrorOptions) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${path}: ${count}`, ...problems.map((one) => line(path, one))].join('\n'), options);
    this.path = path;
    this.problems = problems;
  }
}

/** As editors and terminals link it: `deployment.jsonc:12:5  hubAccountId: found …; wanted …`. */
function line(path: string, { field, place, found, wanted }: Problem): string {
  const at = place === undefined ? '' : `${basename(path)}:${place.line}:${place.column}  `;
  return `  ${at}${field || '(the file)'}: found ${found}; wanted ${wanted}`;
}
