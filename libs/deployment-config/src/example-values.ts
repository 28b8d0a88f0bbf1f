import type { DeploymentConfig } from './schema/config-schema.ts';
import { formatValue, type Mistake } from './problems/problems.ts';

/** Account IDs that AWS uses in its documentation, and this workspace in its examples. */
const exampleAccounts = ['123456789012', '111122223333', '444455556666', '222233334444'];

/** Domains that are reserved for examples and tests: nobody receives anything there. RFC 2606, RFC 6761. */
const reservedDomain = /(^|[@./])(example\.(com|net|org)|[^@./]+\.(example|test|invalid))$/i;

/**
 * Values of `deployment.example.jsonc` and of documentation that were left as they are. With them a
 * deployment would look whole and tell nobody.
 */
export function exampleValues(config: DeploymentConfig): readonly Mistake[] {
  return [...organizationValues(config), ...endpointValues(config), ...chatValues(config)];
}

function organizationValues(config: DeploymentConfig): Mistake[] {
  const accounts = ['managementAccountId', 'hubAccountId', 'rolloutAccountId'] as const;
  return [
    ...left(['organizationId'], config.organizationId, /example/.test(config.organizationId)),
    ...accounts.flatMap((name) =>
      left([name], config[name], exampleAccounts.includes(config[name] ?? '')),
    ),
    ...config.organizationalUnits.flatMap((unit, index) =>
      left(['organizationalUnits', index], unit, /^(r|ou)-abcd(-1+)?$/.test(unit)),
    ),
  ];
}

function endpointValues({ alerts, operations }: DeploymentConfig): Mistake[] {
  return Object.entries({ alerts, operations }).flatMap(([field, { subscriptions }]) =>
    subscriptions.flatMap(({ protocol, endpoint }, index) =>
      left([field, 'subscriptions', index, 'endpoint'], endpoint, isExample(protocol, endpoint)),
    ),
  );
}

function chatValues({ chat }: DeploymentConfig): Mistake[] {
  const { workspaceId, channelId } = chat?.slack ?? {};
  return [
    ...left(['chat', 'slack', 'workspaceId'], workspaceId, workspaceId?.includes('EXAMPLE')),
    ...left(['chat', 'slack', 'channelId'], channelId, channelId?.includes('EXAMPLE')),
  ];
}

function isExample(protocol: string, endpoint: string): boolean {
  if (protocol === 'sms') return /^\+1\d{3}55501\d\d$/.test(endpoint);
  if (protocol === 'sqs') return exampleAccounts.includes(endpoint.split(':')[4] ?? '');
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : endpoint;
  return reservedDomain.test(host);
}

function left(path: Mistake['path'], value: string | undefined, isOfExample = false): Mistake[] {
  if (!isOfExample) return [];
  return [{ path, found: `${formatValue(value)}, which is an example`, wanted: 'your own' }];
}
