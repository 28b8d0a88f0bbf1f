import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { refusalOfCustomerEvent } from '@root-activity-monitor/local-aws/events';
import type { Trace } from '../trace/trace.ts';
import { authorizeSender, type Sender } from './central-bus-policy.ts';
import { matchNotificationRules } from './notification-rules.ts';
import type { Organization } from './organization.ts';

/**
 * Through the policy of the central event bus onto the bus. A refusal is followed by what the
 * notification rules would have done, so that it shows whether one lock or two held.
 *
 * @param busArn where the sender sends, which is the central event bus unless a template is wrong
 * @returns whether the event is on the bus
 */
export function travelToCentralBus(
  organization: Organization,
  sender: Sender,
  busArn: string,
  event: EventEnvelope,
  trace: Trace,
): boolean {
  const { centralBus } = organization;
  if (centralBus === undefined || centralBus.arn !== busArn) {
    trace.stop('central-bus', `there is no event bus ${busArn}`);
    return false;
  }
  const customer = sender.ruleArn === undefined ? refusalOfCustomerEvent(event) : undefined;
  const verdict = authorizeSender(organization, sender, event);
  if (!verdict.allowed) {
    trace.stop('central-bus-policy', verdict.reason);
    if (customer !== undefined) trace.stop('central-bus', `would also be refused: ${customer}`);
    reportNotificationRules(organization, event, trace);
    return false;
  }
  trace.pass('central-bus-policy', verdict.reason);
  if (customer !== undefined) {
    trace.stop('central-bus', `PutEvents is refused: ${customer}`);
    return false;
  }
  trace.pass('central-bus', `account ${event.account}, Region and ID are kept`);
  return true;
}

function reportNotificationRules(
  organization: Organization,
  event: EventEnvelope,
  trace: Trace,
): void {
  const { matched, reason } = matchNotificationRules(organization, event);
  trace.stop(
    'notification-rule',
    matched.length === 0
      ? `would also be refused: ${reason}`
      : `not reached; it would not have been refused here: ${reason}`,
  );
}
