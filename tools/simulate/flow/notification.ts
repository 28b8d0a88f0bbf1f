import type { Mail, Outcome } from '../trace/result.ts';
import type { Trace } from '../trace/trace.ts';
import type { Attempt } from './drain-queue.ts';
import type { HubRuntime } from './hub-runtime.ts';
import { mailOf, whoIsTold } from './told-people.ts';

export interface Notified {
  readonly outcome: Outcome;
  readonly asDesigned: boolean;
  readonly detection?: string;
  readonly severity?: string;
  readonly mails: readonly Mail[];
}

const failed: Notified = { outcome: 'failed', asDesigned: false, mails: [] };

/** Reads what one event's message went through in notifier and topic, into its trace. */
export function reportNotified(
  attempt: Attempt | undefined,
  { organization, topics, chatTopicArn }: HubRuntime,
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
  const chat = accepted.find(({ topicArn }) => topicArn === chatTopicArn);
  if (alerts.length === 0) {
    trace.stop('alert-topic', 'the notifier says that it alerted, but no message came', 0);
    return { ...failed, ...verdict };
  }
  trace.pass('alert-topic', 'SNS takes the message', ms - beforePublish);
  const mails = alerts.map((alert) => mailOf(organization.hub, topics, alert, chat, attempt.at));
  const told = mails.map(whoIsTold);
  for (const { anybody, words } of told) {
    if (anybody) trace.pass('mail', words);
    else trace.stop('mail', words);
  }
  const anybody = told.some((one) => one.anybody);
  const published = outcome === 'alerted' || outcome === 'degraded' ? outcome : 'failed';
  return { outcome: anybody ? published : 'failed', asDesigned: anybody, ...verdict, mails };
}

function decided({ decision, receives }: Attempt): string {
  const again = receives > 1 ? `, at attempt ${receives}` : '';
  const before = decision?.duplicate === true ? ', because it was told of before' : '';
  return `${decision?.detection ?? 'no detection'}, ${decision?.severity ?? 'no severity'}: ${decision?.outcome ?? ''}${before}${again}`;
}

function parked({ receives, parked: place }: Attempt): string {
  const times = `after ${receives} attempt${receives === 1 ? '' : 's'}`;
  return place?.in === undefined
    ? `${times} it comes back until it expires: the queue has no dead-letter queue`
    : `${times} it is parked in ${place.in.split(':').at(-1) ?? place.in}`;
}
