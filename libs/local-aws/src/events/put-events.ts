import type { EventEnvelope } from '@root-activity-monitor/event-schema';

/**
 * What EventBridge answers to a customer's `PutEvents`, apart from permissions: undefined, or the
 * error code and message of the entry.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html
 */
export function refusalOfCustomerEvent(event: EventEnvelope): string | undefined {
  if (event.source.startsWith('aws.')) {
    return `NotAuthorizedForSourceException: "${event.source}" begins with "aws.", which only AWS may send`;
  }
  if (event.source === '' || event['detail-type'] === '') {
    return 'InvalidArgument: source and detail-type must not be empty';
  }
  return undefined;
}

/** EventBridge itself sets account and Region; what the sender writes there does not count. */
export function putByCustomer(
  event: EventEnvelope,
  account: string,
  region: string,
): EventEnvelope {
  return { ...event, account, region };
}
