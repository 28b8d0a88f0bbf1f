import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import type { Delivery } from '@root-activity-monitor/local-aws/sns';
import type { Stage } from './trace.ts';

/** How an event gets onto a bus; `aws` is CloudTrail, on the account's default bus. */
export const vias = [
  'aws',
  'put-events-default-bus',
  'put-events-central-bus',
  'outside-organization',
  'simulation',
  'replay',
] as const;
export type Via = (typeof vias)[number];

export const outcomes = [
  'alerted',
  'digested',
  'recorded',
  'degraded',
  'not-forwarded',
  'rejected',
  'failed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** An event that is to be played. */
export interface PlannedEvent {
  readonly envelope: EventEnvelope;
  readonly via: Via;
  /** When it happens, in milliseconds since 1970, where neither record nor envelope says so. */
  readonly at?: number;
  /**
   * Set for an entry that is no CloudTrail record: why. No rule would see it; the notifier gets it
   * directly, to show what it makes of it.
   */
  readonly malformed?: string;
  /** Where it comes from, for people: a fixture's name, or file and position. */
  readonly label?: string;
}

/** A message as a mail client would show it, and who gets it in which form. */
export interface Mail {
  readonly from: string;
  /** The subscribed addresses that get it. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Every subscription of the alert topic and every chat channel, also those that get nothing. */
  readonly deliveries: readonly Delivery[];
  /** What a subscription receives, or would if there were one. */
  readonly payload: (to: Pick<Delivery, 'protocol' | 'raw'>) => string;
  /** The message to the chat topic, as it was published. */
  readonly chat?: string;
}

/** A digest, which tells of events that were counted. */
export interface DigestResult {
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly mail: Mail;
  /** Whether anybody is told. */
  readonly told: boolean;
  readonly events: readonly EventResult[];
}

/** What became of an event. */
export interface EventResult {
  readonly planned: PlannedEvent;
  /** As the bus had it: account and Region are EventBridge's. */
  readonly event: EventEnvelope;
  readonly stages: readonly Stage[];
  readonly outcome: Outcome;
  /** False when a fault of the templates or the notifier decided the outcome. */
  readonly asDesigned: boolean;
  readonly detection?: string;
  readonly severity?: string;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** When the last message about it went out, on the virtual clock; undefined where none did. */
  readonly sentAt?: number;
  readonly mails: readonly Mail[];
}
