import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';

/**
 * Steps that several detections share, worded once. A step is a paragraph that can be followed
 * without another document; text between backticks is there to be copied.
 */

/** Ask whether it was expected; the answer decides about everything after it. */
export function contactOwner(activity: Activity): string {
  return `Call the owner of account ${accountLabel(activity)} and ask whether this was them and why (call, do not mail: whoever controls root may read its mail).`;
}

/**
 * Take root's power away while somebody looks. The policy leaves out the sessions of AssumeRoot:
 * through these root's credentials are removed afterwards. Each command fits a step of a chat
 * message, which holds 350 characters.
 *
 * @param sessionsToo also stops the sessions that root issued, whose ARN is another one
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/cli/latest/reference/organizations/create-policy.html
 */
export function denyRootByPolicy(
  { accountId, partition }: Activity,
  sessionsToo = false,
): string[] {
  const root = `arn:${partition}:iam::${accountId}:root`;
  const sessions = `arn:${partition}:sts::${accountId}:federated-user/*`;
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: {
          ArnLike: { 'aws:PrincipalArn': sessionsToo ? [root, sessions] : root },
          Null: { 'aws:AssumedRoot': 'true' },
        },
      },
    ],
  };
  return [
    `If nobody can explain it within minutes, stop root: paste these lines into a shell with administrator credentials of the management account (not of ${accountId}). They need organizations:CreatePolicy and organizations:AttachPolicy, and deny every call of this root user within minutes, but no sign-in.`,
    `\`POLICY='${JSON.stringify(policy)}'\``,
    `\`POLICY_ID=$(aws organizations create-policy --type SERVICE_CONTROL_POLICY --name stop-root-${accountId}-$(date +%s) --description stop-root --content "$POLICY" --query 'Policy.PolicySummary|[Id]' --output text)\``,
    `\`aws organizations attach-policy --policy-id "$POLICY_ID" --target-id ${accountId}\``,
    'Without a shell: AWS Organizations, "Policies", "Service control policies" (enable them there if they are off), "Create policy", with the text between the quotation marks of the first line; then attach it to the account.',
    `Is ${accountId} the management account itself? No such policy binds it: sign in as its root user, open "Security credentials", change the password, remove MFA devices and access keys that are not yours, and open an urgent case with AWS Support.`,
  ];
}

/** Remove root's credentials for good, through centralized root access. */
export function removeRootCredentials({ accountId }: Activity): string {
  return `Remove root's password, access keys, certificates and MFA devices (member accounts only): management account, IAM, "Root access management" (enable it there if it is off), choose account ${accountId}, "Take privileged action", and delete its root credentials.`;
}

/** Somebody gave the right password, but not the MFA. */
export function passwordIsKnown(activity: Activity): string[] {
  return [
    'If it was not the owner, treat the root password as stolen: only the MFA device keeps them out. Sign in as root and change it ("Security credentials"), or take the next step.',
    removeRootCredentials(activity),
    secureMailbox(activity),
  ];
}

/** A root access key leaked or must not exist. */
export function deactivateKey({ accountId }: Activity): string {
  return `Take the key away now. Member account: management account, IAM, "Root access management", choose account ${accountId}, "Take privileged action", delete its root credentials (all its keys and its password go). Else: sign in as root, "Security credentials", "Access keys", deactivate the key, delete it later.`;
}

/** Where the calls of global services are recorded. */
const globalRegion: Readonly<Record<Activity['partition'], string>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
};

/** See what else was done. */
export function reviewActivity(activity: Activity): string {
  const { actor, eventName, partition, principal, recordedIn, region } = activity;
  const regions = new Set([globalRegion[partition], region]);
  regions.delete('unknown');
  return (
    `Look for what came before and after: account ${recordedIn}, CloudTrail, "Event history", Region ${[...regions].join(' and then ')}, ` +
    `filter by ${principal.accessKeyId === undefined ? (actor === 'other' ? `event name "${eventName}"` : 'user name "root"') : `AWS access key "${principal.accessKeyId}"`}: ` +
    'new keys, users, roles and policies, and logging that was switched off.'
  );
}

/** For expected use. */
export function recordUse(): string {
  return 'If it was expected: write down who used root and for which task, and check that the task really needs root (few do).';
}

/** Keep the other ways in shut. */
export function secureMailbox({ accountId }: Activity): string {
  return `Secure the mailbox of the root e-mail address of account ${accountId}: change its password, check its forwarding rules and who signed in to it. Whoever reads it can reset root's password.`;
}

/** What was blinded must see again. */
export function restoreMonitoring(activity: Activity): string {
  return `Undo it (${callLabel(activity)}): switch on again what was switched off, and check CloudTrail, GuardDuty, Config, alarms and EventBridge rules in every Region of account ${activity.accountId}.`;
}

/** What was made must not open the door again. */
export function revokeIdentity(activity: Activity): string {
  return `If it was not expected: disarm what was made (${callLabel(activity)}): deactivate its keys, delete its password, detach its policies, close its trust. Delete it only when it was examined.`;
}
