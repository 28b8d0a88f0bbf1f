import type { DeploymentConfig } from './config-schema.ts';
import { partitionOf, regionsEnabledByDefault, type Partition } from './regions.ts';

/** The partition of a deployment: that of its home Region. */
export function partitionOfDeployment(config: Pick<DeploymentConfig, 'homeRegion'>): Partition {
  return partitionOf(config.homeRegion) ?? 'aws';
}

/** Every Region in which root activity is watched, each once, in alphabetical order. */
export function watchedRegions(
  config: Pick<DeploymentConfig, 'homeRegion' | 'regions' | 'optInRegions'>,
): readonly string[] {
  const chosen = config.regions ?? regionsEnabledByDefault(partitionOfDeployment(config));
  return [...new Set([...chosen, ...config.optInRegions])].sort();
}
