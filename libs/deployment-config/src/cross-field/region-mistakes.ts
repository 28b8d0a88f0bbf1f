import { formatValue, type Mistake } from '../problems/problems.ts';
import {
  globalRegionOf,
  isOptInRegion,
  partitionOf,
  regionsEnabledByDefault,
  type Partition,
} from '../schema/regions.ts';
import type { ReadableConfig } from './readable-config.ts';

/**
 * Regions in which CloudFormation cannot create event archives.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/feature-availability.html
 */
const regionsWithoutArchive = ['ca-west-1', 'mx-central-1'];

/**
 * Regions that do not fit together, or that leave out where root is seen.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export function regionMistakes(config: ReadableConfig): readonly Mistake[] {
  const { homeRegion } = config;
  const partition = homeRegion === undefined ? undefined : partitionOf(homeRegion);
  if (homeRegion === undefined || partition === undefined) return [];
  return [
    ...foreignRegions(config, partition),
    ...repeatedRegions(config),
    ...homeRegionMistakes(config, homeRegion, partition),
    ...signInRegionMistakes(config, partition),
  ];
}

function foreignRegions({ regions, optInRegions }: ReadableConfig, home: Partition): Mistake[] {
  return Object.entries({ regions, optInRegions }).flatMap(([field, names = []]) =>
    names.flatMap((name, index) => {
      const other = partitionOf(name);
      if (other === undefined || other === home) return [];
      return [
        {
          path: [field, index],
          found: `${formatValue(name)} of the partition ${other}`,
          wanted: `Regions of the home Region's partition, ${home}; deploy once for each partition`,
        },
      ];
    }),
  );
}

/** In one list the schema says it; in both, it is unclear which of them is meant to be changed. */
function repeatedRegions({ regions = [], optInRegions = [] }: ReadableConfig): Mistake[] {
  return optInRegions.flatMap((name, index) => {
    const first = regions.indexOf(name);
    if (first === -1) return [];
    return [
      {
        path: ['optInRegions', index],
        found: `${formatValue(name)}, which is regions[${first}] too`,
        wanted:
          'each Region once: in "optInRegions" where accounts must enable it, else in "regions"',
      },
    ];
  });
}

function homeRegionMistakes(
  { regions, optInRegions = [] }: ReadableConfig,
  homeRegion: string,
  partition: Partition,
): Mistake[] {
  const path = ['homeRegion'];
  if (regionsWithoutArchive.includes(homeRegion)) {
    return [
      {
        path,
        found: `${formatValue(homeRegion)}, where CloudFormation cannot create event archives`,
        wanted: 'a home Region with archives: the hub keeps all events in one, to replay them',
      },
    ];
  }
  if (isOptInRegion(homeRegion)) {
    if (optInRegions.includes(homeRegion)) return [];
    return [
      {
        path,
        found: `${formatValue(homeRegion)}, an opt-in Region that is not in "optInRegions"`,
        wanted: `${formatValue(homeRegion)} in "optInRegions" too, once every watched account has it enabled (an account that has not cannot send events there), or a Region that every account has`,
      },
    ];
  }
  if (watchedOf({ regions, optInRegions }, partition).includes(homeRegion)) return [];
  return [
    {
      path,
      found: `${formatValue(homeRegion)}, which is not watched`,
      wanted: 'a Region that is also in "regions" or "optInRegions"',
    },
  ];
}

function signInRegionMistakes(
  { regions, optInRegions = [] }: ReadableConfig,
  partition: Partition,
): Mistake[] {
  const needed = globalRegionOf(partition);
  if (watchedOf({ regions, optInRegions }, partition).includes(needed)) return [];
  return [
    {
      path: ['regions'],
      found: `no ${formatValue(needed)}`,
      wanted: `${formatValue(needed)} among them: there CloudTrail records console sign-ins of root users and calls to IAM, Organizations and Account Management, whatever Region they come from`,
    },
  ];
}

function watchedOf(
  { regions, optInRegions = [] }: Pick<ReadableConfig, 'regions' | 'optInRegions'>,
  partition: Partition,
): readonly string[] {
  return [...(regions ?? regionsEnabledByDefault(partition)), ...optInRegions];
}
