import type { TestOrganization } from './emulator/organization.ts';

/** moto's own account; with its default credentials one is in it. */
export const HUB_ACCOUNT = '123456789012';
export const MANAGEMENT_ACCOUNT = '111122223333';
export const HOME_REGION = 'eu-west-1';
export const REGIONS = [HOME_REGION, 'us-east-1'];

export interface Mail {
  readonly protocol: 'email';
  readonly endpoint: string;
}

/** The content of `deployment.jsonc` for the emulated organization. */
export function testConfig(organization: TestOrganization, operators: readonly Mail[]) {
  return {
    organizationId: organization.id,
    managementAccountId: MANAGEMENT_ACCOUNT,
    hubAccountId: HUB_ACCOUNT,
    homeRegion: HOME_REGION,
    regions: REGIONS,
    organizationalUnits: [organization.unit],
    alerts: {
      subscriptions: [
        { protocol: 'email', endpoint: 'security@example.com', minimumSeverity: 'low' },
      ],
    },
    operations: { subscriptions: operators },
    retention: { logDays: 365, archiveDays: 90, keepOnDestroy: false },
    terminationProtection: false,
  };
}
