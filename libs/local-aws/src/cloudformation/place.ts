/** Where a stack lives. */
export interface Place {
  readonly stackName: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** The partition of a Region: `aws`, `aws-cn`, `aws-us-gov`, … */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}

/** The DNS suffix of the services in a Region. */
export function urlSuffixOf(region: string): string {
  const partition = partitionOf(region);
  if (partition === 'aws-cn') return 'amazonaws.com.cn';
  return partition === 'aws-eusc' ? 'amazonaws.eu' : 'amazonaws.com';
}

/** The ARN `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` of something in this place. */
export function arnIn(place: Place, service: string, resource: string): string {
  const region = service === 'iam' ? '' : place.region;
  return `arn:${partitionOf(place.region)}:${service}:${region}:${place.account}:${resource}`;
}
