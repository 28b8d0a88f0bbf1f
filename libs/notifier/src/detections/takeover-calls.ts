import type { Activity } from '../activity/activity.ts';
import { isBlinding } from './blinding-calls.ts';
import { isEmpowering } from './empowering-calls.ts';

/** The call ends the account, or takes it out of the organization's reach. */
export function endsAccount({ eventName, service }: Activity): boolean {
  return (
    eventName === 'CloseAccount' ||
    (service === 'organizations' &&
      (eventName === 'LeaveOrganization' || eventName === 'RemoveAccountFromOrganization'))
  );
}

/** The call changes how root is reached: its e-mail address or its password. */
export function movesRoot({ eventName, service }: Activity): boolean {
  return service === 'account'
    ? /^(Start|Accept)PrimaryEmailUpdate$/.test(eventName)
    : service === 'signin' && /^(Email|Password)Updated$/.test(eventName);
}

/** The call succeeded, and whoever made it can keep the account. */
export function takesOver(activity: Activity): boolean {
  return (
    !activity.failed &&
    [isBlinding, isEmpowering, endsAccount, movesRoot].some((takes) => takes(activity))
  );
}
