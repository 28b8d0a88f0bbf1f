import type { AccountNames } from '../activity/read-activity.ts';
import type { Outcome } from '../contract/contract.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import type { Finding } from '../detections/finding.ts';
import type { SessionPolicy } from '../session/session-policy.ts';
import type { StateStore } from '../session/state-store.ts';

/** The ports of the notifier: all its I/O. `adapters/` implements them, only `handler.ts` knows both. */
export interface Services {
  readonly settings: Settings;
  readonly publish: Publish;
  readonly state: StateStore;
  readonly log: Log;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** How the hub configured the notifier. */
export interface Settings {
  readonly alertTopicArn: string;
  readonly chatTopicArn: string | undefined;
  readonly accountNames: AccountNames;
  readonly policy: SessionPolicy;
}

/** One message to one topic. */
export interface OutgoingMessage {
  readonly subject?: string;
  readonly message: string;
  readonly messageStructure?: 'json';
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Publishes messages to a topic. Never rejects: for each message, in order, it says why SNS did not
 * take it; undefined when it did.
 */
export type Publish = (
  topicArn: string,
  messages: readonly OutgoingMessage[],
) => Promise<readonly (string | undefined)[]>;

/** What became of one event, and why when it must be tried again. */
export interface Result {
  readonly finding: Finding;
  readonly outcome: Outcome;
  readonly failure: string | undefined;
  /** Recorded only, because it was alerted or counted before. */
  readonly duplicate: boolean;
}

/** A digest that was mailed. */
export interface PublishedDigest {
  readonly accountId: string;
  readonly severity: Severity;
  /** How many events it counts. */
  readonly events: number;
  /** Why SNS did not take the chat message. */
  readonly chatFailure: string | undefined;
}

/** What is written about the notifier's work; never the event itself. */
export interface Log {
  handled(results: readonly Result[], now: number): void;
  digested(digest: PublishedDigest, now: number): void;
}
