import { expect, it } from 'vitest';
import { centralEventBusArn } from '../fixed-names.ts';
import { globalRegionOf, partitionOfDeployment, watchedRegions } from './regions.ts';

it('without a list, all Regions that are enabled by default are watched, opt-in ones on top', () => {
  const watched = watchedRegions({ homeRegion: 'eu-west-1', optInRegions: ['eu-south-1'] });
  expect(watched).toHaveLength(18);
  expect(watched).toContain('us-east-1');
  expect(watched).toContain('eu-south-1');
});

it('a list is taken as it is', () => {
  const watched = watchedRegions({
    homeRegion: 'eu-west-1',
    regions: ['us-east-1', 'eu-west-1'],
    optInRegions: [],
  });
  expect(watched).toEqual(['eu-west-1', 'us-east-1']);
});

it.each([
  ['eu-west-1', 'aws', 'us-east-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
  ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
] as const)('%s is in %s', (homeRegion, partition, globalRegion) => {
  expect(partitionOfDeployment({ homeRegion })).toBe(partition);
  expect(globalRegionOf(partition)).toBe(globalRegion);
  expect(centralEventBusArn({ homeRegion, hubAccountId: '123456789012' })).toBe(
    `arn:${partition}:events:${homeRegion}:123456789012:event-bus/root-activity`,
  );
});
