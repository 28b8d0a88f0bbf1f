import type { Activity } from '../activity/activity.ts';
import { isInstructed } from '../activity/invoked-by.ts';
import type { Severity } from '@root-activity-monitor/event-schema';

/**
 * One way in which root is used or targeted: how to know it, how bad it is, and what to tell the
 * people who are woken up. Texts may quote the activity, whose texts are harmless already.
 */
export interface Detection {
  /** The file's and the fixture folder's name; once released it never changes its meaning. */
  readonly id: string;
  /** The AWS page that says what this is about. */
  readonly reference: string;
  /**
   * What an attacker does it for, as MITRE ATT&CK numbers it; `A` marks a technique of the AWS
   * Threat Technique Catalog. Empty where no attack is behind it.
   *
   * @see https://aws-samples.github.io/threat-technique-catalog-for-aws/
   */
  readonly techniques: readonly string[];
  /** What it means, in one sentence, for the list of detections. */
  readonly meaning: string;
  /** Every severity it can have, the most severe first. */
  readonly severities: readonly [Severity, ...Severity[]];
  readonly matches: (activity: Activity) => boolean;
  readonly severity: (activity: Activity) => Severity;
  /** A few words for the subject line: `Root sign-in without MFA`. */
  readonly title: (activity: Activity) => string;
  /** One sentence that tells what happened to somebody who does not know CloudTrail. */
  readonly summary: (activity: Activity) => string;
  /** What to do now, in order; each step stands on its own. */
  readonly steps: (activity: Activity) => readonly string[];
}

/** Root made the call itself, and it succeeded. */
export function rootDid(activity: Activity): boolean {
  return activity.actor === 'root' && !activity.failed;
}

/** The call is one of these: `iam` with `CreateUser`. */
export function isCall(activity: Activity, service: string, names: ReadonlySet<string>): boolean {
  return activity.service === service && names.has(activity.eventName);
}

/**
 * The user that an IAM call names; undefined when it concerns root itself, which it says by naming
 * nobody, by a fixed text, or by one of root's own MFA devices.
 */
export function namedUser(activity: Activity): string | undefined {
  const user = activity.request.text('userName');
  return user === 'AWS ROOT USER' || namesRootsDevice(activity) ? undefined : user;
}

/** Root's devices: the classic virtual one, and those below `/root/`. */
const rootsDevice = /:(mfa\/root-account-mfa-device|[a-z0-9]+\/root\/.+)$/;

/** The call names an MFA device of the root user. */
export function namesRootsDevice({ request }: Activity): boolean {
  return rootsDevice.test(request.text('serialNumber') ?? '');
}

/** Somebody whose credentials are root's, of whatever kind, was refused. */
export function rootWasRefused({ actor, failed }: Activity): boolean {
  return failed && actor !== 'other' && actor !== 'service';
}

/**
 * A service made the call as a consequence of another one, as far as can be known: one step milder.
 * Not for an agent or a stack, which do whatever somebody tells them to.
 */
export function isConsequence({ through }: Activity): boolean {
  return through !== undefined && !isInstructed(through);
}
