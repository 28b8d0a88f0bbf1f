import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import type { Actor } from './activity.ts';

const accountIdForm = /^\d{12}$/;
const arnForm = /^arn:aws[a-z-]*:[^:]*:[^:]*:(\d{12}):/;

const accountIn = (text: unknown): string | undefined => {
  if (typeof text !== 'string') return undefined;
  return accountIdForm.test(text) ? text : arnForm.exec(text)?.[1];
};

const first = (candidates: readonly unknown[]): string | undefined => {
  for (const candidate of candidates) {
    const account = accountIn(candidate);
    if (account !== undefined) return account;
  }
  return undefined;
};

/**
 * The account whose root user was used or was the target. Account IDs in a record differ: the
 * caller's, the recorder's and, where root is acted upon from elsewhere, the target's.
 */
export function rootAccountOf(record: CloudTrailRecord, actor: Actor): string | undefined {
  const { userIdentity, requestParameters, resources } = record;
  const identity = [userIdentity.accountId, userIdentity.arn, userIdentity.principalId];
  // What a service does with root's identity names other accounts for other reasons.
  if (actor === 'service' && userIdentity.type === 'Root') {
    return first([...identity, record.recipientAccountId]);
  }
  const issuer = userIdentity.sessionContext?.sessionIssuer;
  switch (actor) {
    case 'root':
    case 'root-session':
      return first([...identity, record.recipientAccountId]);
    case 'root-federated':
      return first([issuer?.accountId, issuer?.arn, ...identity, record.recipientAccountId]);
    case 'service':
    case 'other':
      return first([
        requestParameters?.['targetPrincipal'],
        requestParameters?.['accountId'],
        record.serviceEventDetails?.['accountId'],
        ...(record.eventName === 'AssumeRoot' ? (resources ?? []) : []).flatMap((resource) => [
          resource.accountId,
          resource.ARN,
        ]),
        record.recipientAccountId,
        ...identity,
      ]);
  }
}

/** The account whose CloudTrail recorded it. */
export function recorderOf(record: CloudTrailRecord, envelopeAccount: unknown): string | undefined {
  return first([record.recipientAccountId, envelopeAccount, record.userIdentity.accountId]);
}

/** An account ID as the envelope or a damaged record has it, when it has the form of one. */
export function accountIdOr(fallback: string, ...candidates: readonly unknown[]): string {
  return first(candidates) ?? fallback;
}
