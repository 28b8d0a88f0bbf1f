export { DeploymentConfigSchema, maxAccountNamesBytes } from './config-schema.ts';
export type { DeploymentConfig } from './config-schema.ts';
export { exampleValues } from './example-values.ts';
export { closestMatch } from './closest-match.ts';
export {
  configFile,
  exampleFile,
  loadDeploymentConfig,
  parseDeploymentConfig,
} from './load-config.ts';
export type { LoadedConfig } from './load-config.ts';
export { DeploymentConfigError, problemsAt } from './problems.ts';
export type { Problem } from './problems.ts';
export { alertSeverities } from './audience-schema.ts';
export type { OpsSubscription, Protocol, Severity, Subscription } from './audience-schema.ts';
export { globalRegionOf, knownRegions, partitionOfDeployment, watchedRegions } from './regions.ts';
export type { Partition } from './regions.ts';
export {
  centralEventBusArn,
  centralEventBusName,
  hubStackName,
  spokeAlarmName,
  spokeAlarmPattern,
} from './fixed-names.ts';
