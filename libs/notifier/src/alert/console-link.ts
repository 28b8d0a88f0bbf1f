import type { Activity } from '../activity/activity.ts';

const consoleHosts: Readonly<Record<Activity['partition'], string>> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
};

/**
 * The event in the CloudTrail console, in the partition and Region in which it happened; undefined
 * when the record does not say where. The parts are checked tokens, never free text.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html
 */
export function consoleLink({ eventId, partition, region }: Activity): string | undefined {
  if (region === 'unknown' || eventId === 'unknown') return undefined;
  return `https://${region}.${consoleHosts[partition]}/cloudtrailv2/home?region=${region}#/events/${eventId}`;
}
