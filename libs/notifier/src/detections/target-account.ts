import type { Activity } from '../activity/activity.ts';

/**
 * The activity as it concerns the account that the call names. The management account acts on its
 * members that way: then root was used in one account, and another one is changed.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CloseAccount.html
 */
export function onTarget(activity: Activity): Activity {
  const target = activity.request.text('accountId');
  return target === undefined || target === activity.accountId || !/^\d{12}$/.test(target)
    ? activity
    : { ...activity, accountId: target, accountName: undefined };
}

/** For a title, whose subject line names the account whose root was used: ` (222233334444)`. */
export function targetSuffix(activity: Activity): string {
  const { accountId } = onTarget(activity);
  return accountId === activity.accountId ? '' : ` (${accountId})`;
}
