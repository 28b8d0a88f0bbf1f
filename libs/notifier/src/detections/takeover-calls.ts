import type { Activity } from '../activity/activity.ts';
import { impairsDefenses } from './defense-evasion-calls.ts';
import { grantsPersistence } from './persistence-calls.ts';

/** The account is closed, or leaves the organization, by whatever name the call goes. */
export function endsAccount(activity: Activity): boolean {
  const { eventName, service } = activity;
  return (
    eventName === 'CloseAccount' ||
    (service === 'organizations' &&
      (departures.has(eventName) || (eventName === 'AcceptHandshake' && isInvitation(activity))))
  );
}

const departures = new Set([
  'LeaveOrganization',
  'RemoveAccountFromOrganization',
  'AccountDepartedOrganization',
  'DeleteOrganization',
]);

/**
 * An account that accepts the invitation of another organization leaves this one. Handshakes also
 * stand for other agreements, such as to enable all features; one that does not say is taken for an
 * invitation.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_AcceptHandshake.html
 */
export function isInvitation({ response }: Activity): boolean {
  return (response.text('handshake', 'action') ?? 'INVITE') === 'INVITE';
}

/**
 * Somebody else accepted that another account pays for the organization.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Handshake.html
 */
export function handsOverBilling({ response }: Activity): boolean {
  return response.text('handshake', 'action') === 'TRANSFER_RESPONSIBILITY';
}

/** Somebody else than root accepted another agreement than to leave; the rule forwards them all. */
export function isHandshakeByOthers(activity: Activity): boolean {
  const { actor, eventName, service } = activity;
  const byOthers = actor === 'other' || actor === 'service';
  return byOthers && service === 'organizations' && eventName === 'AcceptHandshake';
}

/** The call changes how root is reached: its e-mail address or its password. */
export function changesRootLogin({ eventName, service }: Activity): boolean {
  return service === 'account'
    ? /^(Start|Accept)PrimaryEmailUpdate$/.test(eventName)
    : service === 'signin' && /^(Email|Password)Updated$/.test(eventName);
}

/** The call succeeded, and whoever made it can keep the account. */
export function enablesTakeover(activity: Activity): boolean {
  return (
    !activity.failed &&
    [impairsDefenses, grantsPersistence, endsAccount, changesRootLogin].some((takes) =>
      takes(activity),
    )
  );
}
