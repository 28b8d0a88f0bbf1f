/** A configuration as a person writes it: the least that is valid, and what a test adds. */
export function rawConfig(added: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    organizationId: 'o-exampleorg1',
    managementAccountId: '111122223333',
    hubAccountId: '123456789012',
    homeRegion: 'eu-west-1',
    alerts: { subscriptions: [{ protocol: 'email', endpoint: 'security@example.com' }] },
    operations: { subscriptions: [{ protocol: 'email', endpoint: 'platform@example.com' }] },
    ...added,
  };
}
