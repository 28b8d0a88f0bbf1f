import { textFor, type AcceptedMessage } from '../aws/sns/message.ts';
import { passesFilter, type Topic } from '../aws/sns/topic.ts';
import type { Mail, Outcome } from '../trace/result.ts';
import type { Trace } from '../trace/trace.ts';
import type { Attempt } from './drain-queue.ts';

export interface Notified {
  readonly outcome: Outcome;
  readonly asDesigned: boolean;
  readonly detection?: string;
  readonly severity?: string;
  readonly mails: readonly Mail[];
  readonly chat?: string;
}

const failed: Notified = { outcome: 'failed', asDesigned: false, mails: [] };

/** Reads what one event's message went through in notifier and topic, into its trace. */
export function reportNotified(
  attempt: Attempt | undefined,
  topics: readonly Topic[],
  chatTopicArn: string | undefined,
  trace: Trace,
): Notified {
  if (attempt === undefined) {
    trace.stop('notifier', 'the message was never received');
    return failed;
  }
  const { decision, failure, refused, accepted, beforePublish, ms } = attempt;
  const verdict = {
    ...(decision?.detection && { detection: decision.detection }),
    ...(decision?.severity && { severity: decision.severity }),
  };
  if (refused !== undefined) {
    trace.pass('notifier', decided(attempt), beforePublish);
    trace.stop('alert-topic', `${refused.code}: ${refused.message}; ${parked(attempt)}`, 0);
    return { ...failed, ...verdict };
  }
  if (failure !== undefined || decision === undefined || decision.outcome === 'failed') {
    const silent = 'the notifier said nothing about the event and yet kept it';
    trace.stop('notifier', failure === undefined ? silent : `${failure}; ${parked(attempt)}`, ms);
    return { ...failed, ...verdict };
  }
  trace.pass('notifier', decided(attempt), beforePublish);
  const { outcome } = decision;
  if (outcome === 'recorded' || outcome === 'digested') {
    return { outcome, asDesigned: true, ...verdict, mails: [] };
  }
  const alerts = accepted.filter(({ topicArn }) => topicArn !== chatTopicArn);
  const chat = accepted.find(({ topicArn }) => topicArn === chatTopicArn)?.message;
  if (alerts.length === 0) {
    trace.stop('alert-topic', 'the notifier says that it alerted, but no message came', 0);
    return { ...failed, ...verdict };
  }
  trace.pass('alert-topic', 'SNS takes the message', ms - beforePublish);
  const mails = alerts.map((alert) => mailOf(alert, topics, trace));
  return { outcome, asDesigned: true, ...verdict, mails, ...(chat !== undefined && { chat }) };
}

function decided({ decision, receives }: Attempt): string {
  const again = receives > 1 ? `, at attempt ${receives}` : '';
  return `${decision?.detection ?? 'no detection'}, ${decision?.severity ?? 'no severity'}: ${decision?.outcome ?? ''}${again}`;
}

function parked({ receives, parked: place }: Attempt): string {
  const times = `after ${receives} attempt${receives === 1 ? '' : 's'}`;
  return place?.in === undefined
    ? `${times} it comes back until it expires: the queue has no dead-letter queue`
    : `${times} it is parked in ${place.in.split(':').at(-1) ?? place.in}`;
}

function mailOf(alert: AcceptedMessage, topics: readonly Topic[], trace: Trace): Mail {
  const topic = topics.find(({ arn }) => arn === alert.topicArn);
  const subscribed = (topic?.subscriptions ?? []).filter(({ protocol }) => protocol === 'email');
  const to = subscribed.filter((one) => passesFilter(one, alert)).map(({ endpoint }) => endpoint);
  if (to.length > 0) trace.pass('mail', `to ${to.join(', ')}`);
  else if (subscribed.length === 0) {
    trace.pass('mail', 'the template subscribes no mail address; this is what one would get');
  } else trace.stop('mail', 'no subscription wants it: its filter policies leave it out');
  return {
    from: `${topic?.displayName ?? 'AWS Notifications'} <no-reply@sns.amazonaws.com>`,
    to,
    subject: alert.subject ?? 'AWS Notification Message',
    body: textFor(alert, 'email'),
    attributes: Object.fromEntries(
      [...alert.attributes].map(([name, { stringValue = '' }]) => [name, stringValue]),
    ),
  };
}
