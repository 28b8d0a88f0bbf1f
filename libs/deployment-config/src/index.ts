export { DeploymentConfigSchema, MAX_ACCOUNT_NAMES_BYTES } from './config-schema.ts';
export type { DeploymentConfig } from './config-schema.ts';
export { DeploymentConfigError } from './errors.ts';
export type { Problem } from './errors.ts';
export { exampleValues } from './example-values.ts';
export { closestMatch } from './closest-match.ts';
export {
  CONFIG_FILE,
  EXAMPLE_FILE,
  loadDeploymentConfig,
  parseDeploymentConfig,
} from './load-config.ts';
export type { LoadedConfig } from './load-config.ts';
export { problemsAt } from './mistake.ts';
export { globalRegionOf, knownRegions } from './regions.ts';
export type { Partition } from './regions.ts';
export { alertSeverities } from './subscription-schema.ts';
export type { OpsSubscription, Protocol, Severity, Subscription } from './subscription-schema.ts';
export { partitionOfDeployment, watchedRegions } from './watched-regions.ts';
export {
  centralEventBusArn,
  centralEventBusName,
  hubStackName,
  spokeAlarmName,
  spokeAlarmPattern,
} from './fixed-names.ts';
