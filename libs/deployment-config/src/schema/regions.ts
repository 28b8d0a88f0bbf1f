/**
 * The AWS partitions and their Regions, split by whether an account has them without asking.
 * A Region that AWS adds later is an opt-in Region: add its name to the second list.
 *
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
const regionsOfPartition = {
  aws: {
    enabledByDefault: [
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'ca-central-1',
      'eu-central-1',
      'eu-north-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    optIn: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-south-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-west-1',
      'eu-central-2',
      'eu-south-1',
      'eu-south-2',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
    ],
  },
  'aws-us-gov': { enabledByDefault: ['us-gov-east-1', 'us-gov-west-1'], optIn: [] },
  'aws-cn': { enabledByDefault: ['cn-north-1', 'cn-northwest-1'], optIn: [] },
} as const;

export type Partition = keyof typeof regionsOfPartition;

const partitions: readonly Partition[] = ['aws', 'aws-us-gov', 'aws-cn'];

/** Every Region this version knows, of all partitions. */
export const knownRegions: readonly string[] = partitions.flatMap((partition) => [
  ...regionsOfPartition[partition].enabledByDefault,
  ...regionsOfPartition[partition].optIn,
]);

/** The partition that a Region belongs to; undefined for a Region this version does not know. */
export function partitionOf(region: string): Partition | undefined {
  return partitions.find((partition) => {
    const { enabledByDefault, optIn } = regionsOfPartition[partition];
    return [...enabledByDefault, ...optIn].some((known) => known === region);
  });
}

/** The Regions that every account of a partition has enabled, in alphabetical order. */
export function regionsEnabledByDefault(partition: Partition): readonly string[] {
  return regionsOfPartition[partition].enabledByDefault;
}

/** The Region in which a partition records console sign-ins and calls to IAM of root users. */
export function globalRegionOf(partition: Partition): string {
  return { aws: 'us-east-1', 'aws-us-gov': 'us-gov-west-1', 'aws-cn': 'cn-north-1' }[partition];
}

/** Whether accounts must enable a Region before they have it. */
export function isOptInRegion(region: string): boolean {
  return partitions
    .flatMap((partition): readonly string[] => regionsOfPartition[partition].optIn)
    .includes(region);
}

/** The partition of a deployment: that of its home Region. */
export function partitionOfDeployment(config: { readonly homeRegion: string }): Partition {
  return partitionOf(config.homeRegion) ?? 'aws';
}

/** The fields of the configuration that say where root is watched. */
export interface WatchedRegionsConfig {
  readonly homeRegion: string;
  readonly regions?: readonly string[] | undefined;
  readonly optInRegions: readonly string[];
}

/** Every Region in which root activity is watched, each once, in alphabetical order. */
export function watchedRegions(config: WatchedRegionsConfig): readonly string[] {
  const chosen = config.regions ?? regionsEnabledByDefault(partitionOfDeployment(config));
  return [...new Set([...chosen, ...config.optInRegions])].sort();
}
