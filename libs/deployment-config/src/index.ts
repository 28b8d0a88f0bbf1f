export { DeploymentConfigSchema, maxAccountNamesBytes } from './schema/config-schema.ts';
export type { DeploymentConfig } from './schema/config-schema.ts';
export { exampleValues } from './example-values.ts';
export { closestMatch } from './closest-match.ts';
export {
  configFile,
  exampleFile,
  loadDeploymentConfig,
  parseDeploymentConfig,
} from './load-config.ts';
export type { LoadedConfig } from './load-config.ts';
export { DeploymentConfigError, problemsAt } from './problems/problems.ts';
export type { Problem } from './problems/problems.ts';
export { alertSeverities } from './schema/audience-schema.ts';
export type {
  OpsSubscription,
  Protocol,
  Severity,
  Subscription,
} from './schema/audience-schema.ts';
export {
  globalRegionOf,
  knownRegions,
  partitionOfDeployment,
  watchedRegions,
} from './schema/regions.ts';
export type { Partition } from './schema/regions.ts';
export {
  centralEventBusArn,
  centralEventBusName,
  hubStackName,
  spokeAlarmName,
  spokeAlarmPattern,
} from './fixed-names.ts';
