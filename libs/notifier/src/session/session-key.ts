import { isLongTermKey } from '../activity/access-key.ts';
import type { Activity } from '../activity/activity.ts';
import { failedAtMfa, isRecovery, isUnauthenticated } from '../activity/sign-in.ts';

/**
 * What makes activities one root session: the account and the credentials. Console activity of a
 * root user is one session whatever the temporary keys, from the MFA challenge on; a long-term key
 * is one each; so is a session that AssumeRoot granted, with its grant.
 *
 * Nobody may hide a real alert behind a session of their own making. What needs no credentials
 * (refused sign-ins, password recovery), and what needs the password alone, is kept apart from what
 * root does; whoever acts upon root has one session whatever the targets; replays and simulations
 * keep to themselves, and each simulation alerts.
 */
export function sessionKeyOf(activity: Activity): string {
  const { accountId, actor, eventId, problems, recordedIn, replay, simulated } = activity;
  const kind = simulated
    ? `simulation:${eventId}`
    : replay === undefined
      ? 'live'
      : `replay:${replay}`;
  if (problems.length > 0) return [kind, recordedIn, 'unreadable'].join('#');
  if (isRecovery(activity)) return [kind, accountId, recoveryStep(activity)].join('#');
  const granted = grantedKey(activity);
  if (granted !== undefined) return [kind, accountId, granted].join('#');
  if (actor === 'other' || actor === 'service') {
    return [kind, recordedIn, `by:${caller(activity)}`].join('#');
  }
  if (actor === 'root' && isUnauthenticated(activity))
    return [kind, accountId, 'attempts'].join('#');
  if (actor === 'root' && failedAtMfa(activity)) return [kind, accountId, 'wrong-mfa'].join('#');
  return [kind, accountId, credentialsOf(activity)].join('#');
}

/** Anybody can ask for a recovery; to complete one takes the mail, whether it succeeds or not. */
function recoveryStep({ eventName }: Activity): string {
  return eventName === 'PasswordRecoveryCompleted' ? 'recovery-completed' : 'recovery';
}

/** The key of the root session that this activity granted. */
function grantedKey({ eventName, response, service }: Activity): string | undefined {
  const key = response.text('credentials', 'accessKeyId');
  return service === 'sts' && eventName === 'AssumeRoot' && key !== undefined
    ? `key:${key}`
    : undefined;
}

function credentialsOf({ actor, principal }: Activity): string {
  const key = principal.accessKeyId;
  if (actor === 'root-session' || actor === 'root-federated') return `key:${key ?? 'unknown'}`;
  return actor === 'root' && key !== undefined && isLongTermKey(key) ? `key:${key}` : 'sign-in';
}

/** A role whatever its session is called: whoever assumes it chooses that name. */
function caller({ principal }: Activity): string {
  return (principal.arn ?? 'unknown').replace(
    /^(arn:[^:]*:sts::\d{12}:assumed-role\/[^/]+)\/.*$/,
    '$1',
  );
}

/** The credentials of a session, as its key has them, for people. */
export function sessionCredentials(sessionKey: string): string {
  const credentials = sessionKey.split('#').slice(2).join('#');
  if (credentials.startsWith('key:')) return `access key ${credentials.slice('key:'.length)}`;
  if (credentials.startsWith('by:')) return credentials.slice('by:'.length);
  if (credentials === 'attempts') return 'none: refused sign-ins';
  if (credentials.startsWith('recovery')) return 'none: password recovery';
  if (credentials === 'wrong-mfa') return "root's password, without the MFA device";
  return credentials === 'sign-in' ? 'root at the console or with temporary keys' : credentials;
}
