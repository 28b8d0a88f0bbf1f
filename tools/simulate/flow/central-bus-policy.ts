import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import {
  type Authorization,
  authorize,
  type NamedPolicy,
  type Principal,
} from '@root-activity-monitor/local-aws/iam';
import type { Organization } from './organization.ts';

/** Who puts an event on the central event bus, and how. */
export interface Sender {
  readonly principal: Principal & { readonly kind: 'role' };
  readonly identityPolicies: readonly NamedPolicy[];
  readonly organizationId: string;
  /** The ARN of the rule that delivers; undefined for a PutEvents of the principal's own. */
  readonly ruleArn: string | undefined;
}

/** A principal that IAM of its own account allows everything. */
export function administrator(account: string, partition: string, organizationId: string): Sender {
  const arn = `arn:${partition}:iam::${account}:role/administrator`;
  const everything = { Effect: 'Allow' as const, Action: ['*'], Resource: ['*'] };
  return {
    principal: { kind: 'role', arn, account },
    identityPolicies: [
      { name: 'role policy administrator', document: { Statement: [everything] } },
    ],
    organizationId,
    ruleArn: undefined,
  };
}

/**
 * Whether the central event bus takes an event from a sender.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export function authorizeSender(
  { hub, centralBus, centralBusArn }: Organization,
  { principal, identityPolicies, organizationId, ruleArn }: Sender,
  event: EventEnvelope,
): Authorization {
  return authorize({
    request: {
      principal,
      action: 'events:PutEvents',
      resource: centralBusArn,
      context: {
        'aws:principalorgid': organizationId,
        'aws:principalarn': principal.arn,
        'aws:principalaccount': principal.account,
        'aws:sourcearn': ruleArn,
        'aws:sourceaccount': ruleArn === undefined ? undefined : principal.account,
        'aws:securetransport': 'true',
        'events:eventbusinvocation': String(ruleArn !== undefined),
        'events:source': event.source,
        'events:detail-type': event['detail-type'],
      },
    },
    identityPolicies,
    resourcePolicies: centralBus?.policies ?? [],
    resourceAccount: hub.place.account,
  });
}
