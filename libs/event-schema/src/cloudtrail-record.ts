import * as z from 'zod/mini';
import { optionalFlag, optionalObject, optionalText, orAbsent } from './wire.ts';

const SessionIssuerSchema = z.looseObject({
  type: optionalText,
  principalId: optionalText,
  arn: optionalText,
  accountId: optionalText,
  userName: optionalText,
});

const SessionContextSchema = z.looseObject({
  /** "true" marks a session that AssumeRoot granted. */
  assumedRoot: optionalFlag,
  attributes: orAbsent(
    z.looseObject({ creationDate: optionalText, mfaAuthenticated: optionalFlag }),
  ),
  sessionIssuer: orAbsent(SessionIssuerSchema),
  /** Where OAuth granted the credentials: `aws login`, an AI agent. */
  signInSessionArn: optionalText,
});

/**
 * Who made the call. Nothing in it is always there: service events lack even `type`.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export const UserIdentitySchema = z.looseObject({
  type: optionalText,
  principalId: optionalText,
  arn: optionalText,
  accountId: optionalText,
  /** "" at sign-in, `AKIA…` for a long-term key, `ASIA…` for a session, or absent. */
  accessKeyId: optionalText,
  /** For root: absent, the account alias, or "AWS ROOT USER". Never proof of anything. */
  userName: optionalText,
  invokedBy: optionalText,
  sessionContext: orAbsent(SessionContextSchema),
});
export type UserIdentity = z.infer<typeof UserIdentitySchema>;

/**
 * A CloudTrail record, as the `detail` of an EventBridge event, from 2013 (`eventVersion` 1.0) on.
 * Only what every record has is demanded; later fields are optional and unknown ones pass.
 *
 * @example
 * CloudTrailRecordSchema.safeParse(envelope.detail)
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const CloudTrailRecordSchema = z.looseObject({
  eventName: z.string().check(z.minLength(1)),
  eventSource: z.string().check(z.minLength(1)),
  /** UTC, ISO 8601 with second precision. */
  eventTime: z.string().check(z.minLength(1)),
  userIdentity: UserIdentitySchema,
  eventVersion: optionalText,
  awsRegion: optionalText,
  /** An address, a service's DNS name, or "AWS Internal". */
  sourceIPAddress: optionalText,
  userAgent: optionalText,
  errorCode: optionalText,
  errorMessage: optionalText,
  requestParameters: optionalObject,
  responseElements: optionalObject,
  additionalEventData: optionalObject,
  serviceEventDetails: optionalObject,
  resources: orAbsent(
    z.array(z.looseObject({ accountId: optionalText, ARN: optionalText, type: optionalText })),
  ),
  /** Unique per record and recipient account. */
  eventID: optionalText,
  /** The same for the copies of one action that several accounts receive. */
  sharedEventID: optionalText,
  requestID: optionalText,
  readOnly: optionalFlag,
  eventType: optionalText,
  managementEvent: optionalFlag,
  eventCategory: optionalText,
  recipientAccountId: optionalText,
  /** Present on a record that arrives late or again. */
  addendum: orAbsent(z.looseObject({ reason: optionalText, originalEventID: optionalText })),
});
export type CloudTrailRecord = z.infer<typeof CloudTrailRecordSchema>;
