import { accountLabel } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { contactOwner, reviewActivity, secureMailbox } from './response-steps.ts';
import { onTarget } from './target-account.ts';

/** Recorded by the billing console until the Account Management API took over. */
const legacySettings = new Set(['SetContactAddress', 'SetAlternateContacts']);
const settings = new Set([
  'PutContactInformation',
  'PutAlternateContact',
  'DeleteAlternateContact',
  'PutAccountName',
  'EnableRegion',
  'DisableRegion',
]);

export const rootAccountSettingsChanged: Detection = {
  id: 'root-account-settings-changed',
  reference:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact.html',
  techniques: ['T1098', 'T1535'],
  meaning: 'Root changed the contacts, the name or the Regions of an account.',
  severities: ['high'],
  matches: (activity) =>
    rootDid(activity) &&
    (isCall(activity, 'account', settings) || isCall(activity, 'billingconsole', legacySettings)),
  severity: () => 'high',
  title: ({ eventName }) =>
    eventName.endsWith('Region')
      ? 'Root changed the Regions of the account'
      : eventName === 'PutAccountName'
        ? 'Root changed the name of the account'
        : 'Root changed the contact data of the account',
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} changed the settings of account ${onTarget(activity).accountId} (${activity.eventName}${activity.request.text('regionName') === undefined ? '' : ` ${activity.request.text('regionName') ?? ''}`}).`,
  steps: (activity) => [
    contactOwner(activity),
    activity.eventName.endsWith('Region')
      ? 'If nobody asked for it: set it back ("Account" page of the console, "AWS Regions"). This monitor sees no Region that is not in its configuration: add one that stays enabled.'
      : 'Check name, contacts and telephone number ("Account" page of the console) and set them back: AWS uses them to warn you and to prove who owns the account.',
    secureMailbox(onTarget(activity)),
    reviewActivity(activity),
  ],
};
