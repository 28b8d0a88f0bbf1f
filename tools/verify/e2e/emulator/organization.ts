import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  EnableAWSServiceAccessCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { required } from '../checks/assert.ts';
import type { Accounts } from './accounts.ts';

/** An emulated organization with one organizational unit. */
export interface TestOrganization {
  readonly id: string;
  readonly unit: string;
  /** The member accounts in the unit. */
  readonly members: readonly string[];
}

/** Creates an organization with two member accounts in a unit, as its management account. */
export async function createOrganization(
  accounts: Accounts,
  management: string,
): Promise<TestOrganization> {
  const { endpointUrl, credentials } = await accounts.access(management, 'us-east-1');
  const client = new OrganizationsClient({
    region: 'us-east-1',
    endpoint: endpointUrl,
    credentials,
  });
  try {
    const { Organization } = await client.send(
      new CreateOrganizationCommand({ FeatureSet: 'ALL' }),
    );
    const { Roots } = await client.send(new ListRootsCommand({}));
    const root = required(Roots?.[0]?.Id, 'the root of the organization');
    const { OrganizationalUnit } = await client.send(
      new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'workloads' }),
    );
    const unit = required(OrganizationalUnit?.Id, 'the organizational unit');
    const ServicePrincipal = 'member.org.stacksets.cloudformation.amazonaws.com';
    await client
      .send(new EnableAWSServiceAccessCommand({ ServicePrincipal }))
      .catch(() => undefined);
    const members: string[] = [];
    for (const AccountName of ['payments', 'research']) {
      const create = new CreateAccountCommand({ AccountName, Email: `${AccountName}@example.com` });
      const { CreateAccountStatus } = await client.send(create);
      const AccountId = required(CreateAccountStatus?.AccountId, `the account ${AccountName}`);
      await client.send(
        new MoveAccountCommand({ AccountId, SourceParentId: root, DestinationParentId: unit }),
      );
      members.push(AccountId);
    }
    return { id: required(Organization?.Id, 'the organization'), unit, members };
  } finally {
    client.destroy();
  }
}
