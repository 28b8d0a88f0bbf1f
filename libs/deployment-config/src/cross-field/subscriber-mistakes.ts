import { formatValue, type Mistake } from '../problems/problems.ts';
import { partitionOf } from '../schema/regions.ts';
import { endpointOf } from '../schema/audience-schema.ts';
import type { AudienceField, ReadableConfig, ReadableSubscription } from './readable-config.ts';
import { unreachable } from './unreachable-endpoint.ts';

/** What is wrong with single subscribers: an endpoint that cannot be reached, one named twice. */
export function subscriberMistakes(
  field: AudienceField,
  config: ReadableConfig,
): readonly Mistake[] {
  const subscriptions = config[field]?.subscriptions ?? [];
  const names = subscriptions.map((one) => one && nameOf(one));
  return subscriptions.flatMap((subscription, index) => {
    if (subscription === undefined) return [];
    const path = [field, 'subscriptions', index];
    const endpoint = endpointMistake(subscription, config);
    if (endpoint !== undefined) return [{ path: [...path, 'endpoint'], ...endpoint }];
    const first = names.indexOf(nameOf(subscription));
    if (first === index) return [];
    const found = `the same as ${field}.subscriptions[${first}]`;
    return [{ path, found, wanted: 'each subscriber once' }];
  });
}

/** A mailbox is one, however its address is spelled. */
function nameOf({ protocol, endpoint }: ReadableSubscription): string {
  return `${protocol} ${protocol.startsWith('email') ? endpoint.toLowerCase() : endpoint}`;
}

function endpointMistake(
  { protocol, endpoint }: ReadableSubscription,
  { homeRegion }: ReadableConfig,
): Pick<Mistake, 'found' | 'wanted'> | undefined {
  const { pattern, wanted } = endpointOf[protocol];
  const found = formatValue(endpoint);
  if (!pattern.test(endpoint))
    return { found, wanted: `${wanted}, as "protocol" is "${protocol}"` };
  const why = unreachable(protocol, endpoint, partitionOf(homeRegion ?? ''));
  return why === undefined ? undefined : { found, wanted: why };
}
