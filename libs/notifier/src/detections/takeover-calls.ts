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

/** The call succeeded, and whoever made it can keep the account. */
export function takesOver(activity: Activity): boolean {
  return (
    !activity.failed && (isBlinding(activity) || isEmpowering(activity) || endsAccount(activity))
  );
}
