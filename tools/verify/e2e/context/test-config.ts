import type { TestOrganization } from '../emulator/organization.ts';

/** moto's own account; with its default credentials one is in it. */
export const HUB_ACCOUNT = '123456789012';
export const MANAGEMENT_ACCOUNT = '111122223333';
export const HOME_REGION = 'eu-west-1';
export const REGIONS = [HOME_REGION, 'us-east-1'];
/** What is added to the configuration later. */
export const ONE_MORE_REGION = 'eu-central-1';

export const platform: Mail = { protocol: 'email', endpoint: 'platform@example.com' };
export const duty: Mail = { protocol: 'email', endpoint: 'duty@example.com' };

export interface Mail {
  readonly protocol: 'email';
  readonly endpoint: string;
}

/** What may differ between two deployments. */
export interface Chosen {
  readonly operators: readonly Mail[];
  readonly regions: readonly string[];
  /** From which severity on the security team is told. @default low */
  readonly from?: 'low' | 'high';
}

/** The content of `deployment.jsonc` for the emulated organization. */
export function testConfig(
  organization: TestOrganization,
  { operators, regions, from = 'low' }: Chosen,
) {
  return {
    organizationId: organization.id,
    managementAccountId: MANAGEMENT_ACCOUNT,
    hubAccountId: HUB_ACCOUNT,
    homeRegion: HOME_REGION,
    regions,
    organizationalUnits: [organization.unit],
    alerts: {
      subscriptions: [
        { protocol: 'email', endpoint: 'security@example.com', minimumSeverity: from },
      ],
    },
    operations: { subscriptions: operators },
    retention: { logDays: 365, archiveDays: 90, keepOnDestroy: true },
    terminationProtection: false,
  };
}
