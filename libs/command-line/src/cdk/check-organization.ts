import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { OrganizationFacts } from '../aws/account.ts';
import { UserError } from '../command/errors.ts';

/**
 * Makes sure that the configuration names the organization that the credentials belong to: with
 * another, the central event bus would refuse every event without a word.
 *
 * @returns what to tell the user where it cannot be checked, else nothing
 * @throws UserError where it names another
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html
 */
export async function checkOrganization(
  { organizationId, managementAccountId }: DeploymentConfig,
  describe: () => Promise<OrganizationFacts>,
): Promise<string | undefined> {
  const facts = await describe().catch((cause: unknown) =>
    cause instanceof Error ? cause : new Error(String(cause)),
  );
  if (facts instanceof Error) {
    return `Could not check "organizationId" and "managementAccountId" (${facts.name}). Is "${organizationId}" right?`;
  }
  const wrong = [
    ...(facts.id === organizationId
      ? []
      : [`organizationId: found "${organizationId}"; this account is in "${facts.id}"`]),
    ...(facts.managementAccountId === managementAccountId
      ? []
      : [
          `managementAccountId: found "${managementAccountId}"; that of this organization is "${facts.managementAccountId}"`,
        ]),
  ];
  if (wrong.length === 0) return undefined;
  throw new UserError(['deployment.jsonc does not fit the credentials:', ...wrong].join('\n  '));
}
