import type { Activity } from '../activity/activity.ts';
import { fieldsOf } from '../activity/fields.ts';
import type { Finding } from '../detections/finding.ts';
import type { Severity } from '@root-activity-monitor/event-schema';

const activity: Activity = {
  messageId: 'message-1',
  eventId: '5a460db3-b6f3-4381-a9bd-899029050627',
  eventName: 'ConsoleLogin',
  service: 'signin',
  time: '2026-11-02T09:14:33Z',
  region: 'us-east-1',
  partition: 'aws',
  accountId: '123456789012',
  accountName: undefined,
  recordedIn: '123456789012',
  actor: 'root',
  principal: {
    type: 'Root',
    arn: 'arn:aws:iam::123456789012:root',
    accountId: '123456789012',
    accessKeyId: undefined,
    mfa: undefined,
    signInSession: undefined,
  },
  through: undefined,
  sourceAddress: '203.0.113.24',
  userAgent: 'Mozilla/5.0',
  failed: false,
  refused: false,
  refusals: 1,
  errorCode: undefined,
  errorMessage: undefined,
  readOnly: false,
  request: fieldsOf(undefined),
  response: fieldsOf(undefined),
  additional: fieldsOf({ MFAUsed: 'Yes' }),
  details: fieldsOf(undefined),
  simulated: false,
  replay: undefined,
  addendum: undefined,
  problems: [],
};

interface Texts {
  readonly severity: Severity;
  readonly title: string;
  readonly steps: readonly string[];
}

/** A finding of a detection made for tests, about a sign-in, with changes to the activity. */
export function finding(changes: Partial<Activity> = {}, texts: Partial<Texts> = {}): Finding {
  const { severity = 'high', title = 'Root sign-in', steps = ['Call the owner.'] } = texts;
  return {
    activity: { ...activity, ...changes },
    severity,
    detection: {
      id: 'root-sign-in',
      reference: 'https://docs.aws.amazon.com/',
      techniques: [],
      meaning: 'Somebody signed in.',
      severities: [severity],
      matches: () => true,
      severity: () => severity,
      title: () => title,
      summary: () => 'Somebody signed in as root.',
      steps: () => steps,
    },
  };
}
