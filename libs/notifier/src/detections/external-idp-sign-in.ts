import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';

export const externalIdpSignIn: Detection = {
  id: 'external-idp-sign-in',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  techniques: ['T1078.004'],
  meaning:
    'A sign-in through an external identity provider that CloudTrail labels Root although no root user was involved; a known false positive.',
  severities: ['info'],
  matches: (activity) =>
    activity.actor === 'root' &&
    activity.service === 'signin' &&
    activity.eventName === 'ExternalIdPDirectoryLogin' &&
    activity.principal.arn === undefined,
  severity: () => 'info',
  title: () => 'Sign-in through an external identity provider',
  summary: (activity) =>
    `Somebody signed in to account ${accountLabel(activity)} through an external identity provider; the record says "Root" but names no root user.`,
  steps: () => ['Nothing to do: no root user was involved.'],
};
