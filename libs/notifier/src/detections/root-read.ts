import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { isConsequence, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity, recordUse } from './response-steps.ts';
import { yieldsSecrets } from './secret-calls.ts';

/** A read that AWS allowed, of something that is not there: the console asks for such things often. */
export function isVainRead({ failed, readOnly, refused }: Activity): boolean {
  return readOnly && failed && !refused;
}

export const rootRead: Detection = {
  id: 'root-read',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html',
  techniques: ['T1078.A002', 'T1526', 'T1555.006'],
  meaning:
    'Root read something that no other detection names, or asked for something that does not exist; medium when the answer holds credentials or other secrets.',
  severities: ['medium', 'low'],
  matches: (activity) => activity.actor === 'root' && activity.readOnly,
  severity: (activity) => (yieldsSecrets(activity) && !isConsequence(activity) ? 'medium' : 'low'),
  title: (activity) =>
    yieldsSecrets(activity)
      ? `Root read a secret: ${callLabel(activity)}`
      : `Root read: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody acting as the root user of account ${accountLabel(activity)} ` +
    (yieldsSecrets(activity)
      ? `was given a secret or credentials (${callLabel(activity)}).`
      : isVainRead(activity)
        ? `asked for something and got no answer but an error (${callLabel(activity)}: ${activity.errorCode ?? 'no code'}), as for what does not exist.`
        : `looked at something (${callLabel(activity)}).`),
  steps: (activity) => [
    contactOwner(activity),
    ...(yieldsSecrets(activity)
      ? [
          'If nobody can explain it: replace what was read (rotate the secret, the password, the key), and see who has used it since.',
          ...denyRootByPolicy(activity),
        ]
      : []),
    reviewActivity(activity),
    recordUse(),
  ],
};
