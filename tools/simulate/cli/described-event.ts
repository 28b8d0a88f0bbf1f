import type { Mail, DigestResult, EventResult, PlannedEvent } from '../trace/result.ts';

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

/** `account 123456789012, eu-west-1`; what a record does not say is not made up. */
export function placeOf({ account, region }: { account: string; region: string }): string {
  return `account ${text(account, 'not recorded')}, ${text(region, 'Region not recorded')}`;
}

/** A time as JSON lines have it: UTC, ISO 8601 to the second. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** An event as a line of `--json`; `digest` is the one that tells of it, if any. */
export function jsonOf(
  result: EventResult,
  digest: DigestResult | undefined,
  more: Readonly<Record<string, unknown>>,
): string {
  const { planned, event, stages, outcome, detection, severity, mails, at, sentAt } = result;
  const [mail] = mails;
  const alertedAt = outcome === 'failed' ? undefined : sentAt;
  const toldAt = alertedAt ?? (digest?.told === true ? digest.at : undefined);
  return JSON.stringify({
    kind: 'event',
    eventId: eventIdOf(planned),
    eventName: eventNameOf(planned),
    account: event.account || null,
    region: event.region || null,
    via: planned.via,
    ...(planned.label !== undefined && { input: planned.label }),
    at: isoOf(at),
    stages,
    outcome,
    detection: detection ?? null,
    severity: severity ?? null,
    toldAt: toldAt === undefined ? null : isoOf(toldAt),
    ...(digest !== undefined && {
      digest: { at: isoOf(digest.at), subject: digest.mail.subject },
    }),
    ...messageOf(mail, planned.via === 'simulation'),
    ...(mails.length > 1 && { copies: mails.length }),
    ...more,
  });
}

/** A digest as a line of `--json`. */
export function jsonOfDigest({ at, mail, told, events }: DigestResult): string {
  return JSON.stringify({
    kind: 'digest',
    at: isoOf(at),
    outcome: told ? 'sent' : 'failed',
    severity: mail.attributes['severity'] ?? null,
    account: mail.attributes['accountId'] ?? null,
    count: events.length,
    eventIds: events.map(({ planned }) => eventIdOf(planned)),
    ...messageOf(mail, false),
  });
}

function messageOf(mail: Mail | undefined, simulated: boolean) {
  return {
    subject: mail?.subject ?? null,
    body: mail?.body ?? null,
    simulated: mail === undefined ? simulated : mail.attributes['simulated'] === 'true',
    to: mail?.to ?? [],
    deliveries: (mail?.deliveries ?? []).map(({ protocol, endpoint, told, reason, raw }) => ({
      ...{ protocol, endpoint, told },
      ...(told
        ? { payload: mail?.payload({ protocol, raw }) ?? '' }
        : { reason: reason ?? 'not told' }),
    })),
    messageAttributes: mail?.attributes ?? {},
    ...(mail?.chat !== undefined && { chat: mail.chat }),
  };
}
