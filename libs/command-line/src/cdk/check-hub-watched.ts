import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { UserError } from '../command/errors.ts';

/** Deeper than Organizations allows: five levels of units below the root. */
const maxLevels = 7;

/**
 * Makes sure that the hub account is in one of the configured organizational units. A StackSet
 * reaches the accounts of its units and of the units below them, and no others: root of the hub
 * account, which can switch everything off, would be the one that nobody watches.
 *
 * @param parentOf the unit or root that an account or unit is in: `organizations:ListParents`,
 * which only the management account and delegated administrators may ask; undefined for a root
 * @returns what to tell the user where it cannot be checked, else nothing
 * @throws UserError where none of the units contains it
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html
 */
export async function checkHubWatched(
  { hubAccountId, managementAccountId, organizationalUnits }: DeploymentConfig,
  parentOf: (id: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const coversAll = organizationalUnits.length === 0 || organizationalUnits.some(isRoot);
  // The management account has stacks of its own.
  if (coversAll || hubAccountId === managementAccountId) return undefined;
  const around: string[] = [];
  try {
    let id: string | undefined = hubAccountId;
    while (id !== undefined && !isRoot(id) && around.length < maxLevels) {
      id = await parentOf(id);
      if (id === undefined) break;
      if (organizationalUnits.includes(id)) return undefined;
      around.push(id);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.name : String(cause);
    return [
      `Could not check that "organizationalUnits" contain the hub account ${hubAccountId} (organizations:ListParents: ${reason}).`,
      'If they do not, nobody watches its root user. Add its unit, or grant organizations:ListParents to be sure.',
    ].join('\n');
  }
  throw new UserError(
    [
      'deployment.jsonc leaves the hub account unwatched:',
      `  organizationalUnits: found ${organizationalUnits.join(', ')}; wanted also one that contains ${hubAccountId} ("hubAccountId"), which is in ${around.join(', in ') || 'none'}`,
    ].join('\n'),
  );
}

function isRoot(id: string): boolean {
  return id.startsWith('r-');
}
