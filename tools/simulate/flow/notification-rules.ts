import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import {
  matchRule,
  rulesOn,
  type Rule,
  type RuleTarget,
} from '@root-activity-monitor/local-aws/events';
import { authorize } from '@root-activity-monitor/local-aws/iam';
import { authorizeKeyUse } from '@root-activity-monitor/local-aws/kms';
import type { Queue } from '@root-activity-monitor/local-aws/sqs';
import type { Stack } from '@root-activity-monitor/local-aws/cloudformation';
import type { Trace } from '../trace/trace.ts';
import type { Organization } from './organization.ts';
import { whereItGoes } from './spoke.ts';

export type Queues = (arn: string) => Queue | undefined;

/**
 * What the notification rules say of an event; `matched` is empty when none takes it. Rules on the
 * central event bus that tell operators of something, by a topic, are no notification rules.
 */
export function matchNotificationRules({ hub, centralBus }: Organization, event: EventEnvelope) {
  const rules = (centralBus === undefined ? [] : rulesOn(hub, centralBus.name)).filter(
    ({ targets }) =>
      targets.length === 0 || targets.some(({ Arn }) => !/^arn:[^:]+:sns:/.test(Arn)),
  );
  const matches = rules.map((rule) => ({ rule, match: matchRule(rule, event) }));
  const matched = matches.filter(({ match }) => match.matched);
  const relevant = matched.length > 0 ? matched : matches;
  const reason = relevant.map(({ match }) => match.reason).join('; ');
  return {
    matched: matched.map(({ rule }) => rule),
    reason: reason || 'the hub template has no rule on the central event bus',
  };
}

/**
 * From the central event bus into the queue. Every target of every rule that matches gets its copy.
 *
 * @returns the queues that take a copy; none when the event ended here
 */
export function travelToQueue(
  organization: Organization,
  queues: Queues,
  event: EventEnvelope,
  trace: Trace,
): readonly Queue[] {
  const { matched, reason } = matchNotificationRules(organization, event);
  if (matched.length === 0) {
    trace.stop('notification-rule', reason);
    return [];
  }
  trace.pass('notification-rule', reason);
  const deliveries = matched.flatMap((rule) => rule.targets.map((target) => ({ rule, target })));
  const body = JSON.stringify(event);
  const results = deliveries.map(({ rule, target }) => {
    const queue = queues(target.Arn);
    const refusal = refusalOfTarget(organization.hub, rule, target, queue, body);
    return { target, queue, refusal };
  });
  const refused = results.find(({ refusal }) => refusal !== undefined);
  const queued = results.flatMap(({ queue, refusal }) =>
    queue === undefined || refusal !== undefined ? [] : [queue],
  );
  if (queued.length > 0) {
    const copies = queued.length === 1 ? '' : `, ${queued.length} copies`;
    trace.pass('notification-queue', `the queue takes it${copies}`);
  } else {
    trace.stop(
      'notification-queue',
      refused === undefined
        ? 'the rule has no target'
        : `${refused.refusal ?? ''}; ${whereItGoes(organization.hub, refused.target)}`,
    );
  }
  return queued;
}

/** Why EventBridge cannot deliver to a target; undefined when it can. */
function refusalOfTarget(
  hub: Stack,
  rule: Rule,
  target: RuleTarget,
  queue: Queue | undefined,
  body: string,
): string | undefined {
  if (target.Arn.includes(':event-bus/')) {
    return 'THIRD_ACCOUNT_HOP_DETECTED: an event that came from another bus is not forwarded again';
  }
  if (queue === undefined) return `the hub template has no queue ${target.Arn}`;
  if (
    target.Input !== undefined ||
    target.InputPath !== undefined ||
    target.InputTransformer !== undefined
  ) {
    return 'the rule rewrites the event, which is not simulated';
  }
  const bytes = Buffer.byteLength(body);
  if (bytes > queue.properties.MaximumMessageSize)
    return `the event has ${bytes} bytes, too many for the queue`;
  const principal = { kind: 'service', service: 'events.amazonaws.com' } as const;
  const verdict = authorize({
    request: {
      principal,
      action: 'sqs:SendMessage',
      resource: queue.arn,
      context: {
        'aws:sourcearn': rule.arn,
        'aws:sourceaccount': hub.place.account,
        'aws:securetransport': 'true',
        'aws:principalorgid': undefined,
        'aws:principalarn': undefined,
        'aws:principalaccount': undefined,
        'aws:principalisawsservice': 'true',
      },
    },
    resourcePolicies: queue.policies,
    resourceAccount: hub.place.account,
  });
  if (!verdict.allowed) return `NO_PERMISSIONS: ${verdict.reason}`;
  const keyId = queue.properties.KmsMasterKeyId;
  if (keyId === undefined) return undefined;
  const actions = ['kms:GenerateDataKey', 'kms:Decrypt'];
  const key = authorizeKeyUse(hub, { keyId, principal, actions, via: 'sqs' });
  return key.allowed ? undefined : `NO_PERMISSIONS: ${key.reason}`;
}
