import { accountLabel, type Activity } from '../activity/activity.ts';
import { failedAtMfa, refusedByPolicy } from '../activity/sign-in.ts';
import type { Detection } from './detection.ts';
import {
  contactOwner,
  passwordIsKnown,
  removeRootCredentials,
  secureMailbox,
} from './response-steps.ts';

/** So many refused sign-ins of an account within a quarter of an hour are guessing. */
export const guesses = 5;
export const guessingWindow = 15 * 60 * 1000;

const isGuessing = ({ refusals }: Activity) => refusals >= guesses;

export const rootSignInFailed: Detection = {
  id: 'root-sign-in-failed',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  techniques: ['T1078.A002', 'T1110'],
  meaning:
    'Somebody tried to sign in to the AWS console as the root user and was refused; high when the password was right and MFA was not, and from the fifth refusal within 15 minutes on.',
  severities: ['high', 'medium'],
  matches: (activity) =>
    activity.actor === 'root' &&
    activity.failed &&
    activity.service === 'signin' &&
    activity.eventName === 'ConsoleLogin',
  severity: (activity) => (failedAtMfa(activity) || isGuessing(activity) ? 'high' : 'medium'),
  title: (activity) =>
    failedAtMfa(activity)
      ? 'Root sign-in: wrong MFA'
      : isGuessing(activity)
        ? 'Root password is being guessed'
        : refusedByPolicy(activity)
          ? 'Root sign-in refused by a policy'
          : 'Root sign-in failed',
  summary: (activity) =>
    failedAtMfa(activity)
      ? `Somebody gave the password of the root user of account ${accountLabel(activity)} and failed at MFA.`
      : isGuessing(activity)
        ? `Sign-ins as the root user of account ${accountLabel(activity)} were refused ${activity.refusals} times within 15 minutes: somebody is guessing the password.`
        : `Somebody tried to sign in to the AWS console as the root user of account ${accountLabel(activity)} and was refused` +
          (refusedByPolicy(activity)
            ? ': a policy that says from where people may sign in did its work.'
            : '.'),
  steps: (activity) =>
    failedAtMfa(activity)
      ? [contactOwner(activity), ...passwordIsKnown(activity)]
      : [
          contactOwner(activity),
          isGuessing(activity)
            ? 'If nobody knows of it: it goes on until it succeeds or gives up. An alert "Root sign-in" or "wrong MFA" for this account means that the password was found.'
            : 'If nobody knows of it: watch for a sign-in or a password recovery that follows. Several failures from one address mean that somebody is guessing, or holds an old password.',
          "Keep strangers from root's sign-in page: a resource control policy that denies signin:Authenticate to the signin:PrincipalArn of root from networks that are not yours (of root alone: else people who come through IAM Identity Center are locked out too). It holds in member accounts, once console authorization is switched on.",
          removeRootCredentials(activity),
          'Where root must keep its password: make it long and unique, and register an MFA device.',
          secureMailbox(activity),
        ],
};
