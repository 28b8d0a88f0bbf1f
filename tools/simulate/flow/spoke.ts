import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { authorize, findRole, type Role } from '@root-activity-monitor/local-aws/iam';
import {
  matchRule,
  nearestReasons,
  refusalOfCustomerEvent,
  type Rule,
  rulesOn,
  type RuleTarget,
} from '@root-activity-monitor/local-aws/events';
import { resourcesOf, type Stack } from '@root-activity-monitor/local-aws/cloudformation';
import type { Trace } from '../trace/trace.ts';
import type { Via } from '../trace/result.ts';
import type { DeployedSpoke } from './organization.ts';

/** An event on its way to a bus in the hands of a forwarding rule. */
export interface Delivery {
  readonly event: EventEnvelope;
  readonly rule: Rule;
  readonly busArn: string;
  readonly role: Role;
}

export type SpokeEnd =
  | { readonly delivered: Delivery }
  | { readonly outcome: 'not-forwarded' | 'rejected' | 'failed'; readonly asDesigned: boolean };

/** From the default bus of an account and Region to the hand-over to the central event bus. */
export function travelSpoke(
  { stack: spoke, missing }: DeployedSpoke,
  event: EventEnvelope,
  via: Via,
  trace: Trace,
): SpokeEnd {
  if (via === 'put-events-default-bus') {
    const refusal = refusalOfCustomerEvent(event);
    if (refusal !== undefined) {
      trace.stop('default-bus', `PutEvents is refused: ${refusal}`);
      return { outcome: 'rejected', asDesigned: true };
    }
    trace.pass(
      'default-bus',
      `a customer put it on the default bus, with source "${event.source}"`,
    );
  } else {
    trace.pass(
      'default-bus',
      `CloudTrail delivers it in account ${event.account}, ${event.region}`,
    );
  }

  const rules = rulesOn(spoke, 'default');
  const matches = rules.map((rule) => ({ rule, match: matchRule(rule, event) }));
  const found = matches.find(({ match }) => match.matched);
  if (found === undefined) {
    const reasons = nearestReasons(matches.map(({ match }) => match));
    trace.stop('forwarding-rule', reasons || 'the spoke template has no rule on the default bus');
    const byPattern = matches.length > 0 && matches.every(({ match }) => match.by === 'pattern');
    return { outcome: 'not-forwarded', asDesigned: byPattern };
  }
  if (missing !== undefined) {
    trace.stop('forwarding-rule', missing);
    return { outcome: 'not-forwarded', asDesigned: false };
  }
  const { rule } = found;
  const target = rule.targets.find(({ Arn }) => Arn.includes(':event-bus/'));
  if (target === undefined) {
    trace.stop('forwarding-rule', `rule ${rule.name} has no event bus among its targets`);
    return { outcome: 'failed', asDesigned: false };
  }
  trace.pass('forwarding-rule', found.match.reason);

  const role = deliveryRole(spoke, rule, target);
  if (typeof role === 'string') {
    trace.stop('forwarding-role', `${role}; ${whereItGoes(spoke, target)}`);
    return { outcome: 'failed', asDesigned: false };
  }
  trace.pass(
    'forwarding-role',
    `EventBridge may assume the rule's role, and the role may put events on ${target.Arn}`,
  );
  return { delivered: { event, rule, busArn: target.Arn, role } };
}

/** The role that delivers to a target, or why there is none. */
function deliveryRole(spoke: Stack, rule: Rule, target: RuleTarget): Role | string {
  if (
    target.Input !== undefined ||
    target.InputPath !== undefined ||
    target.InputTransformer !== undefined
  ) {
    return 'ValidationException: an event bus target cannot rewrite the event';
  }
  if (target.RoleArn === undefined) return 'the target has no RoleArn, which an event bus needs';
  const role = findRole(spoke, target.RoleArn);
  if (role === undefined) return `FAILED_TO_ASSUME_ROLE: ${target.RoleArn} does not exist`;
  const { account } = spoke.place;
  const assumed = role.assumableBy('events.amazonaws.com', {
    'aws:sourcearn': rule.arn,
    'aws:sourceaccount': account,
    'aws:principalorgid': undefined,
  });
  if (!assumed.allowed) return `FAILED_TO_ASSUME_ROLE: ${assumed.reason}`;
  const allowed = authorize({
    request: {
      principal: role.principal,
      action: 'events:PutEvents',
      resource: target.Arn,
      context: {
        'aws:sourcearn': rule.arn,
        'aws:sourceaccount': account,
        'aws:principalarn': role.principal.arn,
        'aws:principalaccount': account,
        'aws:securetransport': 'true',
      },
    },
    identityPolicies: role.identityPolicies,
    resourcePolicies: [],
    resourceAccount: account,
  });
  return allowed.allowed ? role : `NO_PERMISSIONS: ${allowed.reason}`;
}

/** What becomes of an event that a target did not get. */
export function whereItGoes(stack: Stack, target: RuleTarget): string {
  const arn = target.DeadLetterConfig?.Arn;
  if (arn === undefined) return 'it is lost: the target has no dead-letter queue';
  const queue = resourcesOf(stack, 'AWS::SQS::Queue').find((one) => one.attribute('Arn') === arn);
  return queue === undefined
    ? 'it is lost: the dead-letter queue does not exist'
    : `it is parked in dead-letter queue ${queue.logicalId}`;
}
