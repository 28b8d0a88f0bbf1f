import type { TestOrganization } from '../emulator/organization.ts';

/** moto's default account, which its default credentials belong to. */
export const hubAccount = '123456789012';
export const managementAccount = '111122223333';
export const homeRegion = 'eu-west-1';
export const deployedRegions = [homeRegion, 'us-east-1'];
/** Added to the configuration later. */
export const addedRegion = 'eu-central-1';

export const platform: MailSubscription = { protocol: 'email', endpoint: 'platform@example.com' };
export const duty: MailSubscription = { protocol: 'email', endpoint: 'duty@example.com' };

export interface MailSubscription {
  readonly protocol: 'email';
  readonly endpoint: string;
}

/** What differs between two deployments. */
export interface ConfigChoices {
  readonly operators: readonly MailSubscription[];
  readonly regions: readonly string[];
  /** The minimum severity for the security team. @default low */
  readonly minimumSeverity?: 'low' | 'high';
}

/** The content of `deployment.jsonc` for the emulated organization. */
export function testConfig(
  organization: TestOrganization,
  { operators, regions, minimumSeverity = 'low' }: ConfigChoices,
) {
  return {
    organizationId: organization.id,
    managementAccountId: managementAccount,
    hubAccountId: hubAccount,
    homeRegion: homeRegion,
    regions,
    organizationalUnits: [organization.unit],
    alerts: {
      subscriptions: [{ protocol: 'email', endpoint: 'security@example.com', minimumSeverity }],
    },
    operations: { subscriptions: operators },
    retention: { logDays: 365, archiveDays: 90, keepOnDestroy: true },
    terminationProtection: false,
  };
}
