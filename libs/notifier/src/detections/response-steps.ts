import { accountLabel, type Activity } from '../activity/activity.ts';

/** Steps that several detections share, worded once. */

/** Ask whether it was expected; the answer decides about everything after it. */
export function askOwner(activity: Activity): string {
  return `Call the owner of account ${accountLabel(activity)} and ask whether this was them and why (call, do not mail: whoever controls root may read its mail).`;
}

/** Take root's power away while somebody looks. */
export function lockRoot({ accountId, partition }: Activity): readonly string[] {
  return [
    `If nobody can explain it within minutes, stop root: management account, AWS Organizations, Policies, Service control policies: create one that denies all actions on all resources with the condition ArnLike aws:PrincipalArn "arn:${partition}:iam::${accountId}:root", and attach it to account ${accountId}.`,
    `Is ${accountId} the management account itself? No such policy binds it: sign in as its root user, change the password, remove MFA devices and access keys that are not yours, and open an urgent case with AWS Support.`,
  ];
}

/** Federated sessions have an ARN of their own. */
export function alsoFederated({ accountId, partition }: Activity): string {
  return `Let that policy deny "arn:${partition}:sts::${accountId}:federated-user/*" as well.`;
}

/** Remove root's credentials for good, through centralized root access. */
export function removeRootCredentials(activity: Activity): string {
  return (
    'Remove the credentials of a member account\'s root: in the management account open IAM, "Root access management", ' +
    `choose account ${activity.accountId}, "Take privileged action", and delete its root user credentials.`
  );
}

/** See what else was done. */
export function lookAround(activity: Activity): string {
  const who =
    activity.principal.accessKeyId === undefined
      ? 'user name "root"'
      : `access key "${activity.principal.accessKeyId}"`;
  const regions = [...new Set(['us-east-1', activity.region])].join(' and in ');
  return `Look for what came before and after: CloudTrail, Event history, in ${regions}, filter by ${who}. Look for new keys, users, roles and policies, and for logging that was switched off.`;
}

/** For expected use. */
export function recordUse(): string {
  return 'If it was expected: write down who used root and for which task, and check that the task really needs root (few do).';
}

/** A root access key leaked or must not exist. */
export function deactivateKey(activity: Activity): string {
  return (
    `Deactivate the key now: for a member account, in the management account open IAM, "Root access management", choose account ${activity.accountId}, ` +
    '"Take privileged action", and delete the root user\'s access keys. For the management account: sign in as root, "Security credentials", deactivate, then delete it.'
  );
}

/** Keep the other ways in shut. */
export function secureMailbox(activity: Activity): string {
  return `Secure the mailbox of the root e-mail address of account ${activity.accountId}: change its password, check its forwarding rules and who signed in to it. Whoever reads it can reset root's password.`;
}
