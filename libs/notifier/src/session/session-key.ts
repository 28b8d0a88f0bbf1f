import type { Activity } from '../activity/activity.ts';

/**
 * What makes activities one root session: the account and the credentials. Console activity of a
 * root user is one session whatever the temporary keys, from the MFA challenge on; a long-term key
 * is one each; so is a session that AssumeRoot granted, with its grant. Simulations and replays
 * keep to themselves, so that neither ever hides a real alert.
 */
export function sessionKeyOf(activity: Activity): string {
  const kind = activity.simulated ? 'simulation' : (activity.replay ?? 'live');
  return [kind, activity.accountId, credentialsOf(activity)].join('#');
}

function credentialsOf(activity: Activity): string {
  const { actor, principal, response, service } = activity;
  if (activity.problems.length > 0) return 'unreadable';
  const key = principal.accessKeyId;
  switch (actor) {
    case 'root':
      return key?.startsWith('AKIA') === true ? `key:${key}` : 'sign-in';
    case 'root-session':
    case 'root-federated':
      return `key:${key ?? 'unknown'}`;
    case 'service':
    case 'other': {
      if (service === 'signin') return 'sign-in';
      const granted =
        activity.eventName === 'AssumeRoot'
          ? response.text('credentials', 'accessKeyId')
          : undefined;
      return granted === undefined ? `by:${principal.arn ?? 'unknown'}` : `key:${granted}`;
    }
  }
}
