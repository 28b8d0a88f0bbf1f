import { accountLabel } from '../activity/activity.ts';
import { namedUser, rootDid, isCall, type Detection } from './detection.ts';
import {
  contactOwner,
  deactivateKey,
  reviewActivity,
  removeRootCredentials,
} from './response-steps.ts';

const accessKeyCalls = new Set(['UpdateAccessKey', 'DeleteAccessKey']);
const certificateCalls = new Set([
  'UploadSigningCertificate',
  'UpdateSigningCertificate',
  'DeleteSigningCertificate',
]);
const cloudFrontKeyPair = /^(Create|Update|Delete|Upload)CloudFront(KeyPair|PublicKey)$/;

export const rootAccessKeyChanged: Detection = {
  id: 'root-access-key-changed',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
  techniques: ['T1098.001'],
  meaning:
    "Root's own access key, signing certificate or CloudFront key pair was changed or deleted.",
  severities: ['high'],
  matches: (activity) =>
    rootDid(activity) &&
    ((isCall(activity, 'iam', new Set([...accessKeyCalls, ...certificateCalls])) &&
      namedUser(activity) === undefined) ||
      cloudFrontKeyPair.test(activity.eventName)),
  severity: () => 'high',
  title: (activity) =>
    activity.eventName.startsWith('Delete') ? 'Root key deleted' : 'Root key changed',
  summary: (activity) =>
    `A key or certificate of the root user of account ${accountLabel(activity)} was changed or deleted (${activity.eventName}${activity.request.text('status') === undefined ? '' : `, now ${activity.request.text('status') ?? ''}`}).`,
  steps: (activity) => [
    contactOwner(activity),
    ...(activity.eventName.startsWith('Delete')
      ? [
          'Deleting root keys is good practice; make sure that it was not done to hide one, or to stop something that needs it.',
        ]
      : [
          accessKeyCalls.has(activity.eventName)
            ? deactivateKey(activity)
            : removeRootCredentials(activity),
        ]),
    reviewActivity(activity),
  ],
};
