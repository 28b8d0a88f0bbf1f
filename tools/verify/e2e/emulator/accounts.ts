import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import {
  type Clients,
  clientsOf,
  closeClients,
  type Credentials,
} from '@root-activity-monitor/command-line/aws';
import { required } from '../checks/assert.ts';
import type { EmulatorAccess } from './ask-emulator.ts';

/** Emulated accounts: that of the given credentials, and others through a role in each. */
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

  async access(account: string, region: string): Promise<EmulatorAccess> {
    return { endpointUrl: this.endpointUrl, region, credentials: await this.#credentials(account) };
  }

  async clients(account: string, region: string): Promise<Clients> {
    const clients = clientsOf(await this.access(account, region));
    this.#clients.push(clients);
    return clients;
  }

  /** The environment variables of a program that works in an account. */
  async environment(account: string, region: string): Promise<Readonly<Record<string, string>>> {
    return environmentOf(await this.access(account, region));
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
    const assumed = required(answer.Credentials, `credentials for account ${account}`);
    return {
      accessKeyId: assumed.AccessKeyId ?? '',
      secretAccessKey: assumed.SecretAccessKey ?? '',
      sessionToken: assumed.SessionToken ?? '',
    };
  }
}

/** The environment variables of a program that works in an account. */
export function environmentOf({
  endpointUrl,
  region,
  credentials: { accessKeyId, secretAccessKey, sessionToken },
}: EmulatorAccess): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    // The user's own profiles must not reach an emulator.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
