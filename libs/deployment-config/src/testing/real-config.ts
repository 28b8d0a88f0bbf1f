import { rawConfig } from './raw-config.ts';

/** As `rawConfig`, with values that are none of an example, as deploying wants them. */
export function realConfig(added: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return rawConfig({
    organizationId: 'o-a1b2c3d4e5',
    managementAccountId: '000000000000',
    hubAccountId: '000000000001',
    alerts: { subscriptions: [{ protocol: 'email', endpoint: 'security@corp.home.arpa' }] },
    operations: { subscriptions: [{ protocol: 'email', endpoint: 'platform@corp.home.arpa' }] },
    ...added,
  });
}
