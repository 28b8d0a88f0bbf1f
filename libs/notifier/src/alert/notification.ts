import type { OutgoingMessage } from '../ports/services.ts';
import type { Severity } from '@root-activity-monitor/event-schema';

/** What subscriptions filter on: always all of them, for a missing one means no delivery. */
export interface Attributes {
  readonly severity: Severity;
  readonly detection: string;
  readonly accountId: string;
  readonly region: string;
  readonly simulated: 'true' | 'false';
}

/** What identifies a message to a program: the event of an alert, or how many a digest counts. */
export type Identity =
  { readonly recordedIn: string; readonly eventId: string } | { readonly events: string };

/** An alert or a digest, in every format in which people get it. */
export interface Notification {
  /** Printable ASCII, 1 to 99 characters. */
  readonly subject: string;
  /** Plain text for a mail client. */
  readonly mail: string;
  /** One line of ASCII, at most 140 characters: one part of a text message. */
  readonly sms: string;
  /** An Amazon Q Developer custom notification, as JSON. */
  readonly chat: string;
  readonly attributes: Attributes & Identity;
}

/** The message to the alert topic: mail, and text message where that is subscribed. */
export function toMail({ attributes, mail, sms, subject }: Notification): OutgoingMessage {
  return {
    subject,
    message: JSON.stringify({ default: mail, sms }),
    messageStructure: 'json',
    attributes: { ...attributes },
  };
}

/** The message to the chat topic. */
export function toChat({ attributes, chat }: Notification): OutgoingMessage {
  return { message: chat, attributes: { ...attributes } };
}
