import {
  DescribeOrganizationCommand,
  ListParentsCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  globalRegionOf,
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { UserError } from '../command/errors.ts';
import { callAws } from './call-aws.ts';
import type { Clients } from './clients.ts';

/** Whose credentials are in use: what `sts:GetCallerIdentity` answers. */
export interface CallerIdentity {
  /** 12 digits. */
  readonly account: string;
  readonly arn: string;
}

/** What `organizations:DescribeOrganization` answers, which every account of it may ask. */
export interface OrganizationFacts {
  readonly id: string;
  readonly managementAccountId: string;
}

/** Whose credentials are in use. @throws UserError where there are none, or AWS rejects them */
export async function callerIdentity({
  sts,
  endpointUrl,
}: Pick<Clients, 'sts' | 'endpointUrl'>): Promise<CallerIdentity> {
  const purpose = { to: 'identify the account', needs: 'sts:GetCallerIdentity', endpointUrl };
  const { Account = '', Arn = '' } = await callAws(purpose, () =>
    sts.send(new GetCallerIdentityCommand({})),
  );
  return { account: Account, arn: Arn };
}

/** Which organization the credentials' account is in. */
export async function organization(config: DeploymentConfig): Promise<OrganizationFacts> {
  const { Organization } = await client(config).send(new DescribeOrganizationCommand({}));
  return {
    id: Organization?.Id ?? '',
    managementAccountId: Organization?.MasterAccountId ?? '',
  };
}

/** The unit or root that an account or unit is in; undefined where it is in none. */
export async function parentOf(config: DeploymentConfig, id: string): Promise<string | undefined> {
  const { Parents } = await client(config).send(new ListParentsCommand({ ChildId: id }));
  return Parents?.[0]?.Id;
}

/**
 * The ID of the organization's root.
 *
 * @throws UserError where it cannot be found out
 */
export async function organizationRootId(config: DeploymentConfig): Promise<string> {
  const answer = await client(config)
    .send(new ListRootsCommand({}))
    .catch((cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause))));
  if (answer instanceof Error) throw new UserError(noRoot(answer.name), { cause: answer });
  const id = answer.Roots?.[0]?.Id;
  if (id === undefined) throw new UserError(noRoot('there is none'));
  return id;
}

function client(config: DeploymentConfig): OrganizationsClient {
  const region = globalRegionOf(partitionOfDeployment(config));
  return new OrganizationsClient({ region, maxAttempts: 2 });
}

const noRoot = (why: string): string =>
  [
    `The ID of the organization's root could not be found out (${why}).`,
    'Grant organizations:ListRoots, or put the ID ("r-…") into "organizationalUnits" in deployment.jsonc.',
  ].join('\n');
