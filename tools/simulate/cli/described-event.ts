import type { EventResult, PlannedEvent } from '../trace/result.ts';

const text = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

/** CloudTrail's ID of the event, or EventBridge's where the record has none. */
export function eventIdOf({ envelope }: PlannedEvent): string {
  return text(envelope.detail['eventID'], envelope.id);
}

/** The record's event name; for what is no record, the envelope's type. */
export function eventNameOf({ envelope, malformed }: PlannedEvent): string {
  return text(
    envelope.detail['eventName'],
    malformed === undefined ? envelope['detail-type'] : '(unreadable)',
  );
}

/** One line of `--json`. */
export function jsonOf(result: EventResult, more: Readonly<Record<string, unknown>>): string {
  const { planned, event, stages, outcome, detection, severity, mails, chat } = result;
  const [mail] = mails;
  return JSON.stringify({
    eventId: eventIdOf(planned),
    eventName: eventNameOf(planned),
    account: event.account,
    region: event.region,
    via: planned.via,
    ...(planned.label !== undefined && { input: planned.label }),
    stages,
    outcome,
    detection: detection ?? null,
    severity: severity ?? null,
    subject: mail?.subject ?? null,
    body: mail?.body ?? null,
    simulated:
      mail === undefined ? planned.via === 'simulation' : mail.attributes['simulated'] === 'true',
    to: mail?.to ?? [],
    messageAttributes: mail?.attributes ?? {},
    ...(mails.length > 1 && { copies: mails.length }),
    ...(chat !== undefined && { chat }),
    ...more,
  });
}
