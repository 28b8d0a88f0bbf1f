import type { Partition } from '../schema/regions.ts';
import type { Protocol } from '../schema/audience-schema.ts';

const privateHost =
  /^(localhost|[^.]+|.*\.(local|localhost|internal|lan|intranet)|(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+|\[.*\])$/i;
const nobodyReads = /^(no[-_.]?reply|do[-_.]?not[-_.]?reply)([+@]|[-_.].*@)/i;

/**
 * What is wanted in the place of an endpoint that has the right form, but that SNS cannot deliver
 * to or nobody could confirm; undefined where nothing speaks against it.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export function unreachable(
  protocol: Protocol,
  endpoint: string,
  partition: Partition | undefined,
): string | undefined {
  if (protocol === 'https') {
    return privateHost.test(hostOf(endpoint))
      ? 'an address that SNS reaches over the internet, by the name of a public host'
      : undefined;
  }
  if (protocol === 'sqs') return queueMistake(endpoint, partition);
  if (protocol === 'sms') return undefined;
  return nobodyReads.test(endpoint)
    ? 'a mailbox that somebody reads: the subscription must be confirmed by a link in a mail'
    : undefined;
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
}

function queueMistake(arn: string, partition: Partition | undefined): string | undefined {
  if (arn.endsWith('.fifo'))
    return 'a standard queue: the topics are standard, and refuse a FIFO queue';
  if (partition === undefined || arn.startsWith(`arn:${partition}:`)) return undefined;
  return `a queue of the home Region's partition, ${partition}`;
}
