import { accountLabel } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { askOwner, lookAround, secureMailbox } from './response-steps.ts';

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
  meaning: 'Root changed the contacts, the name or the Regions of the account.',
  severities: ['high'],
  matches: (activity) => rootDid(activity) && isCall(activity, 'account', settings),
  severity: () => 'high',
  title: (activity) =>
    activity.eventName.endsWith('Region')
      ? 'Root changed the Regions of the account'
      : 'Root changed the contact data of the account',
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} changed the account's settings (${activity.eventName}${activity.request.text('regionName') === undefined ? '' : ` ${activity.request.text('regionName') ?? ''}`}).`,
  steps: (activity) => [
    askOwner(activity),
    activity.eventName.endsWith('Region')
      ? 'If nobody needs that Region: disable it again; activity in a Region that is not in the configuration of this monitor is not seen.'
      : 'Check the contacts and the phone number (Account page of the console) and set them back: AWS uses them to warn you and to prove who owns the account.',
    secureMailbox(activity),
    lookAround(activity),
  ],
};
