import {
  DeploymentConfigSchema,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';

/** A valid configuration of two Regions, and what a test changes. */
export function rolloutConfig(changed: Readonly<Record<string, unknown>> = {}): DeploymentConfig {
  return DeploymentConfigSchema.parse({
    organizationId: 'o-exampleorg1',
    managementAccountId: '111122223333',
    hubAccountId: '123456789012',
    homeRegion: 'eu-west-1',
    regions: ['eu-west-1', 'us-east-1'],
    alerts: {},
    operations: {},
    ...changed,
  });
}
