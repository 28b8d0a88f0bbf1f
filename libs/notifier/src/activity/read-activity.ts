import {
  CloudTrailRecordSchema,
  SIMULATION_SOURCE,
  type CloudTrailRecord,
} from '@root-activity-monitor/event-schema';
import * as z from 'zod/mini';
import { accountIdOr, recorderOf, rootAccountOf } from './account.ts';
import type { Activity, Principal } from './activity.ts';
import { actorOf } from './actor.ts';
import { fieldsOf } from './fields.ts';
import { defang } from './defang.ts';
import { throughService } from './invoked-by.ts';
import { isFailed, isReadOnly, isRefused } from './outcome.ts';
import { redact } from './redact.ts';

/** The problem of an event whose source no AWS service uses. */
export const notFromAws = 'source is not AWS';

export type AccountNames = Readonly<Record<string, string>>;

const maybe = (text: string | undefined, limit?: number): string | undefined =>
  text === undefined ? undefined : defang(text, limit) || undefined;

/** Longest name of an account, of a call and of a service that is shown. */
const maxName = 64;
const maxCall = 80;
const maxService = 40;

/** Anything else than these reads as "unknown": they stand in attributes, links and subjects. */
const token = (form: RegExp, ...candidates: readonly unknown[]): string => {
  const found = candidates.find((text) => typeof text === 'string' && form.test(text));
  return typeof found === 'string' ? found : 'unknown';
};
const regionForm = /^[a-z]{2,4}(-[a-z]{1,12}){1,3}-\d{1,2}$/;
const eventIdForm = /^[\w-]{8,64}$/;
/** A service of AWS; `aws.partner/…` is not: what partners send is theirs. */
const awsSource = /^aws\.[a-z0-9-]+$/;
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

const EnvelopeParts = z.looseObject({
  id: z.optional(z.unknown()),
  source: z.optional(z.unknown()),
  account: z.optional(z.unknown()),
  region: z.optional(z.unknown()),
  time: z.optional(z.unknown()),
  'replay-name': z.catch(z.optional(z.string()), undefined),
  detail: z.optional(z.unknown()),
});

/**
 * Reads any value as a root activity. It never throws: what is missing or damaged is named in
 * `problems`, and the rest is kept, because a root event that no schema fits still alerts.
 *
 * @param messageId of the queue; identifies the event when it carries no ID of its own
 */
export function readActivity(
  value: unknown,
  messageId: string,
  names: AccountNames = {},
): Activity {
  const envelope = EnvelopeParts.safeParse(value).data ?? EnvelopeParts.parse({});
  const parsed = CloudTrailRecordSchema.safeParse(envelope.detail);
  const record = parsed.data ?? salvage(envelope);
  const unreadable = record.eventName === nameless ? (parsed.error?.issues ?? []) : [];
  const actor = actorOf(record);
  const recordedIn = recorderOf(record, envelope.account) ?? 'unknown';
  const accountId = rootAccountOf(record, actor) ?? accountIdOr('unknown', envelope.account);
  const simulated = envelope.source === SIMULATION_SOURCE;
  const foreign = typeof envelope.source === 'string' && !awsSource.test(envelope.source);
  const region = token(regionForm, record.awsRegion, envelope.region);
  return {
    messageId,
    eventId: token(eventIdForm, record.eventID, envelope.id, messageId),
    eventName: maybe(record.eventName, maxCall) ?? 'unknown',
    service: serviceOf(record),
    time: token(timeForm, record.eventTime, envelope.time),
    region,
    partition: partitionOf(region, record.userIdentity.arn),
    accountId,
    accountName: maybe(names[accountId], maxName) ?? aliasOf(record),
    recordedIn,
    actor,
    principal: principalOf(record),
    through: throughService(record)?.slice(0, maxService),
    sourceAddress: maybe(record.sourceIPAddress),
    userAgent: maybe(record.userAgent),
    failed: isFailed(record),
    refused: isFailed(record) && isRefused(record),
    refusals: 1,
    errorCode: maybe(record.errorCode),
    errorMessage: maybe(redact(record.errorMessage ?? '')),
    readOnly: isReadOnly(record),
    request: fieldsOf(record.requestParameters),
    response: fieldsOf(record.responseElements),
    additional: fieldsOf(record.additionalEventData),
    details: fieldsOf(record.serviceEventDetails),
    simulated,
    replay: maybe(envelope['replay-name']),
    addendum: maybe(record.addendum?.reason),
    problems: [
      ...(foreign && !simulated ? [notFromAws] : []),
      ...unreadable.map((issue) => defang(['detail', ...issue.path].join('/'))),
    ],
  };
}

/** Stands for an event name that cannot be read; with one, an event can still be placed. */
const nameless = 'unknown';

/** What can be read of a record that breaks the schema; the envelope knows some of it too. */
function salvage({ detail, source, time }: z.infer<typeof EnvelopeParts>): CloudTrailRecord {
  const parts = z.record(z.string(), z.unknown()).safeParse(detail).data ?? {};
  const orElse = (part: unknown, otherwise: unknown) =>
    [part, otherwise].find((text) => typeof text === 'string' && text !== '') ?? 'unknown';
  const service = typeof source === 'string' ? source.replace(/^aws\./, '') : undefined;
  return CloudTrailRecordSchema.parse({
    ...parts,
    eventName: orElse(parts['eventName'], nameless),
    eventSource: orElse(parts['eventSource'], service && `${service}.amazonaws.com`),
    eventTime: orElse(parts['eventTime'], time),
    userIdentity: z.record(z.string(), z.unknown()).safeParse(parts['userIdentity']).data ?? {},
  });
}

/** First label of the event source. */
function serviceOf({ eventSource }: CloudTrailRecord): string {
  const label = /^[^.]*/.exec(eventSource.slice(0, maxService))?.[0] ?? '';
  return label.replace(/[^\w-]/g, '?') || 'unknown';
}

function principalOf({ userIdentity }: CloudTrailRecord): Principal {
  return {
    type: maybe(userIdentity.type) ?? 'unknown',
    arn: maybe(userIdentity.arn),
    accountId: maybe(userIdentity.accountId),
    accessKeyId: maybe(userIdentity.accessKeyId),
    mfa: userIdentity.sessionContext?.attributes?.mfaAuthenticated,
    signInSession: maybe(userIdentity.sessionContext?.signInSessionArn),
  };
}

/**
 * For root, `userName` is absent, the account's alias, or a fixed text of AWS. Whoever runs the
 * account chooses the alias, so it is never shown as the account's name.
 */
function aliasOf({ userIdentity }: CloudTrailRecord): string | undefined {
  const isAlias =
    userIdentity.type === 'Root' && !/^(aws )?root( user)?$/i.test(userIdentity.userName ?? '');
  const alias = isAlias ? maybe(userIdentity.userName, maxName) : undefined;
  return alias === undefined ? undefined : `alias ${alias}`;
}

function partitionOf(region: string, arn: string | undefined): Activity['partition'] {
  if (region.startsWith('us-gov-') || arn?.startsWith('arn:aws-us-gov:')) return 'aws-us-gov';
  return region.startsWith('cn-') || arn?.startsWith('arn:aws-cn:') ? 'aws-cn' : 'aws';
}
