import type { Fields } from './fields.ts';

/**
 * Who acted: `root` the root user itself; `root-session` a session that AssumeRoot
 * granted; `root-federated` a session that root issued with GetFederationToken; `service` AWS by
 * itself, with nobody behind it; `other` anybody else, who did something to a root user.
 */
export type Actor = 'root' | 'root-session' | 'root-federated' | 'service' | 'other';

export interface Principal {
  readonly type: string;
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  readonly accessKeyId: string | undefined;
  /** Whether the credentials in use were obtained with MFA; undefined when the record says nothing. */
  readonly mfa: boolean | undefined;
  /** The sign-in session that the credentials come from, where OAuth granted them. */
  readonly signInSession: string | undefined;
}

/**
 * One root activity in our own words. Every text in it is defanged (see `defang`) or a token
 * that was checked (account IDs, Regions, event IDs).
 */
export interface Activity {
  /** The queue message that it came with. */
  readonly messageId: string;
  /** CloudTrail's `eventID`; with `recordedIn` it identifies the record. */
  readonly eventId: string;
  readonly eventName: string;
  /** First label of the event source: `signin`, `iam`, `s3`. */
  readonly service: string;
  /** When it happened, as CloudTrail writes it: UTC, ISO 8601. */
  readonly time: string;
  readonly region: string;
  readonly partition: 'aws' | 'aws-us-gov' | 'aws-cn';
  /** The account whose root user was used, or was the target; "unknown" when unreadable. */
  readonly accountId: string;
  readonly accountName: string | undefined;
  /** The account whose CloudTrail recorded it. */
  readonly recordedIn: string;
  readonly actor: Actor;
  readonly principal: Principal;
  /** The AWS service through which the call was made: `aws-mcp`, `cloudformation`, `AWS Internal`. */
  readonly through: string | undefined;
  readonly sourceAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly failed: boolean;
  /** Failed because of who called, as opposed to what the call asked for; false when it succeeded. */
  readonly refused: boolean;
  /**
   * For a sign-in that was refused: how many of this account were within 15 minutes, as far as is
   * remembered; 1 as long as nobody has looked.
   */
  readonly refusals: number;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly readOnly: boolean;
  readonly request: Fields;
  readonly response: Fields;
  readonly additional: Fields;
  /** `serviceEventDetails`, what a service event says of itself. */
  readonly details: Fields;
  readonly simulated: boolean;
  /** Name of the archive replay that sent the event again. */
  readonly replay: string | undefined;
  /** Why CloudTrail delivered the record late or again. */
  readonly addendum: string | undefined;
  /** What could not be read, as paths; empty for a record that fits the schema. */
  readonly problems: readonly string[];
}

/** The account as people know it: `payments-prod (123456789012)`. */
export function accountLabel({
  accountId,
  accountName,
}: {
  readonly accountId: string;
  readonly accountName?: string | undefined;
}): string {
  return accountName === undefined ? accountId : `${accountName} (${accountId})`;
}

/** The call as people know it: `iam CreateUser`. */
export function callLabel(activity: Pick<Activity, 'service' | 'eventName'>): string {
  return `${activity.service} ${activity.eventName}`;
}
