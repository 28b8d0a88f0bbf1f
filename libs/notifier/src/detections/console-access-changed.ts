import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { contactOwner, reviewActivity } from './response-steps.ts';

const changes =
  /^((Put|Delete)ConsoleAuthorizationConfiguration|(Put|Delete)ResourcePermissionStatement)$/;

export const consoleAccessChanged: Detection = {
  id: 'console-access-changed',
  reference: 'https://docs.aws.amazon.com/signin/latest/userguide/console-access-control.html',
  techniques: ['T1556', 'T1685'],
  meaning:
    'Somebody other than root changed from where people, the root user among them, may sign in to the console, or tried to.',
  severities: ['high', 'medium'],
  matches: ({ actor, eventName, service }) =>
    (actor === 'other' || actor === 'service') && service === 'signin' && changes.test(eventName),
  severity: (activity) => (activity.failed ? 'medium' : 'high'),
  title: (activity) =>
    activity.failed ? 'Change of console access refused' : 'Console access control changed',
  summary: (activity) =>
    `Somebody ${activity.failed ? 'tried to change' : 'changed'} from where people may sign in to the console of account ${accountLabel(activity)} (${activity.eventName})${activity.failed ? '; AWS refused.' : ': it can let strangers reach the sign-in page of the root user, or lock the owner out.'}`,
  steps: (activity) => [
    contactOwner(activity),
    `If nobody can explain it: see what holds now ("aws signin list-resource-permission-statements", "aws signin get-console-authorization-configuration" in account ${activity.accountId}) and set it back.`,
    `Revoke the sessions of "${activity.principal.arn ?? 'the identity that made the call'}" and look at what else it called.`,
    reviewActivity(activity),
  ],
};
