import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import {
  type Clients,
  clientsOf,
  closeClients,
  type Credentials,
} from '@root-activity-monitor/command-line/aws';
import { demand } from '../checks/assert.ts';
import type { Place } from './ask-emulator.ts';

/** Emulated accounts: the one of our own credentials, and others by roles in them. */
export class Accounts {
  readonly endpointUrl: string;
  readonly #own: Credentials;
  readonly #hub: string;
  readonly #known = new Map<string, Promise<Credentials>>();
  readonly #clients: Clients[] = [];

  /** @param hub the account that the credentials belong to */
  constructor(endpointUrl: string, own: Credentials, hub: string) {
    this.endpointUrl = endpointUrl;
    this.#own = own;
    this.#hub = hub;
  }

  async place(account: string, region: string): Promise<Place> {
    return { endpointUrl: this.endpointUrl, region, credentials: await this.#credentials(account) };
  }

  async clients(account: string, region: string): Promise<Clients> {
    const clients = clientsOf(await this.place(account, region));
    this.#clients.push(clients);
    return clients;
  }

  /** What a program needs to work in an account. */
  async environment(account: string, region: string): Promise<Readonly<Record<string, string>>> {
    return environmentOf(await this.place(account, region));
  }

  close(): void {
    for (const clients of this.#clients) closeClients(clients);
  }

  #credentials(account: string): Promise<Credentials> {
    if (account === this.#hub) return Promise.resolve(this.#own);
    const known = this.#known.get(account) ?? this.#assume(account);
    this.#known.set(account, known);
    return known;
  }

  async #assume(account: string): Promise<Credentials> {
    const { sts } = await this.clients(this.#hub, 'us-east-1');
    const RoleArn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
    const answer = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'e2e' }));
    const given = demand(answer.Credentials, `credentials for account ${account}`);
    return {
      accessKeyId: given.AccessKeyId ?? '',
      secretAccessKey: given.SecretAccessKey ?? '',
      sessionToken: given.SessionToken ?? '',
    };
  }
}

/** What a program needs to work in an account. */
export function environmentOf({
  endpointUrl,
  region,
  credentials: { accessKeyId, secretAccessKey, sessionToken },
}: Place): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    // Nothing of the user's own profiles reaches an emulator.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
