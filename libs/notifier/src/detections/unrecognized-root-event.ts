import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { notFromAws } from '../activity/read-activity.ts';
import type { Detection } from './detection.ts';
import { contactOwner } from './response-steps.ts';

/** The notification rule lets no such event through; this is the second lock. */
const isForged = ({ problems }: Activity) => problems.includes(notFromAws);

export const unrecognizedRootEvent: Detection = {
  id: 'unrecognized-root-event',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
  techniques: [],
  meaning:
    'An event reached the notifier that it cannot read or place; it alerts with what could be read, for it may hide root activity.',
  severities: ['high'],
  matches: (activity) => activity.problems.length > 0,
  severity: () => 'high',
  title: (activity) =>
    isForged(activity)
      ? 'Root event that AWS did not send'
      : activity.problems.length > 0
        ? 'Root event that cannot be read'
        : `Root event of an unknown kind: ${callLabel(activity)}`,
  summary: (activity) =>
    isForged(activity)
      ? `Somebody who may write to the central event bus sent an event that looks like root activity in account ${accountLabel(activity)}; AWS did not send it, so nothing in it can be trusted.`
      : activity.problems.length > 0
        ? `An event about a root user arrived from account ${accountLabel(activity)}, but parts of it are missing or damaged (${activity.problems.slice(0, 5).join(', ')}).`
        : `An event arrived from account ${accountLabel(activity)} that this monitor has no detection for (${callLabel(activity)}).`,
  steps: (activity) => [
    `Look the event up: CloudTrail, Event history, account ${activity.recordedIn}, Region ${activity.region}, around ${activity.time}; read there what this message cannot tell.`,
    `If it shows use of root: ${contactOwner(activity)}`,
    isForged(activity)
      ? 'Tell the people who run this monitor at once: its notification rule must refuse such events. The sender is in CloudTrail of the hub account, event name "PutEvents".'
      : 'Tell the people who run this monitor, so that such events get a detection.',
  ],
};
