import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { serviceLabel } from '../activity/invoked-by.ts';
import { failedAtMfa, isUnauthenticated } from '../activity/sign-in.ts';
import { targetOf } from '../activity/target.ts';
import type { Finding } from '../detections/finding.ts';
import { readableTime } from './text.ts';

/** A labelled line of a message. */
export type Fact = readonly [label: string, value: string];

const actors: Readonly<Record<Activity['actor'], string>> = {
  root: 'the root user',
  'root-session': 'a root session granted by AssumeRoot',
  'root-federated': 'a session that the root user issued',
  service: 'an AWS service',
  other: 'not root',
};

/** What is known about a finding, in the order in which a responder asks. */
export function factsOf({ activity, severity }: Finding): readonly Fact[] {
  const { principal } = activity;
  const target = targetOf(activity);
  const facts: (Fact | undefined)[] = [
    ['Severity', severity.toUpperCase()],
    ['Account', accountLabel(activity)],
    activity.recordedIn === activity.accountId ? undefined : ['Recorded in', activity.recordedIn],
    ['When', whenOf(activity)],
    ['Who', whoOf(activity)],
    ['From', activity.sourceAddress ?? 'not recorded'],
    activity.userAgent === undefined ? undefined : ['With', activity.userAgent],
    principal.accessKeyId === undefined ? undefined : ['Access key', principal.accessKeyId],
    ['MFA', mfaOf(activity)],
    ['Call', callLabel(activity)],
    target === undefined ? undefined : [calledTool(activity) ? 'Asked for' : 'What', target],
    ['Outcome', outcomeOf(activity)],
    ['Region', activity.region],
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** A tool of an AI agent was called: what counts is which calls of AWS it made. */
const calledTool = ({ service }: Activity) => service === 'aws-mcp';

function whenOf({ time }: Activity): string {
  return time === 'unknown' ? 'not recorded' : readableTime(time);
}

function whoOf(activity: Activity): string {
  const { actor, principal, through } = activity;
  if (actor === 'root' && isUnauthenticated(activity))
    return 'not known: nobody signed in for this';
  if (actor === 'root' && failedAtMfa(activity)) return "somebody who knows root's password";
  if (activity.problems.length > 0) {
    return `${principal.arn ?? principal.type}, as the record claims`;
  }
  if (actor === 'service') return through === undefined ? actors.service : serviceLabel(through);
  const identity = principal.arn ?? `${principal.type} (no ARN recorded)`;
  const who =
    actor === 'other'
      ? identity
      : actor === 'root-federated'
        ? `${actors[actor]}, ${identity}`
        : actors[actor];
  return through === undefined ? who : `${who}, through ${serviceLabel(through)}`;
}

function mfaOf(activity: Activity): string {
  const { additional, principal, actor } = activity;
  if (actor === 'root-session') return 'not recorded here; see who was granted the session';
  const device = additional.text('MFAIdentifier');
  if (failedAtMfa(activity)) {
    return `asked for and not passed${device === undefined ? '' : `, ${device}`}`;
  }
  if (device !== undefined) return `used, ${device}`;
  const used =
    additional.text('MFAUsed') ?? (principal.mfa === undefined ? undefined : String(principal.mfa));
  if (used === undefined) return 'not recorded';
  if (/^(yes|true)$/i.test(used)) return 'used';
  return isUnauthenticated(activity) ? 'not used, or not asked for yet' : 'NOT used';
}

function outcomeOf({ failed, errorCode, errorMessage, problems }: Activity): string {
  if (problems.length > 0 && !failed) return 'not readable';
  const said = [errorCode, errorMessage].filter((part) => part !== undefined).join(': ');
  return failed ? `failed${said === '' ? '' : `, ${said}`}` : 'succeeded';
}
