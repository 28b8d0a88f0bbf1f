import type { Activity } from './activity.ts';

type SignIn = Pick<Activity, 'additional' | 'errorMessage' | 'eventName' | 'failed' | 'service'>;

/**
 * Whether a sign-in used MFA. CloudTrail wrote "Yes", "YES" and "No" over the years, and names the
 * device when one was used.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export function usedMfa({ additional }: Pick<Activity, 'additional'>): boolean {
  return (
    additional.text('MFAUsed')?.toLowerCase() === 'yes' ||
    additional.text('MFAIdentifier') !== undefined
  );
}

/**
 * Whether somebody gave root's password and then failed at MFA: the password is in their hands.
 */
export function failedAtMfa(activity: SignIn): boolean {
  const { eventName, failed, service } = activity;
  return (
    service === 'signin' &&
    failed &&
    !refusedByPolicy(activity) &&
    (eventName === 'CheckMfa' || (eventName === 'ConsoleLogin' && usedMfa(activity)))
  );
}

/**
 * Whether it takes no credentials at all: a sign-in that was refused at the password, a password
 * recovery. Anybody who knows the root e-mail address can cause it; CloudTrail names root all the
 * same.
 */
export function isUnauthenticated(activity: SignIn): boolean {
  const { eventName, failed, service } = activity;
  if (service !== 'signin') return false;
  return isRecovery(activity) || (eventName === 'ConsoleLogin' && failed && !failedAtMfa(activity));
}

/** A step of the "Forgot password" flow, for which nobody signs in. */
export function isRecovery({ eventName, service }: Pick<Activity, 'eventName' | 'service'>) {
  return service === 'signin' && eventName.startsWith('PasswordRecovery');
}

/**
 * The sign-in page refused because a policy of the account or the organization says from where its
 * users may sign in.
 *
 * @see https://docs.aws.amazon.com/signin/latest/userguide/console-access-control.html
 */
export function refusedByPolicy({ errorMessage }: Pick<Activity, 'errorMessage'>): boolean {
  return /(resource control|resource-based|identity-based|service control) policy/i.test(
    errorMessage ?? '',
  );
}
