import type { Activity } from './activity.ts';
import { readActivity, type AccountNames } from './read-activity.ts';

/** One message of the notification queue: an EventBridge envelope as JSON text. */
export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
}

/**
 * Reads each message of a batch as an activity. Pure, total, one activity a message, in order: a
 * body that is not JSON becomes an activity with problems, which alerts like any other.
 */
export function readBatch(
  messages: readonly QueueMessage[],
  accountNames: AccountNames = {},
): readonly Activity[] {
  const activities = messages.map(({ messageId, body }) =>
    readActivity(parseJson(body), messageId, accountNames),
  );
  const granted = grantedKeys(activities);
  return activities.map((activity) => inGrantedSession(activity, granted));
}

/** Access keys of the root sessions that AssumeRoot granted in this batch. */
function grantedKeys(activities: readonly Activity[]): ReadonlySet<string> {
  const keys = activities
    .filter(({ eventName, problems, service, simulated }) => {
      const trusted = !simulated && problems.length === 0;
      return trusted && service === 'sts' && eventName === 'AssumeRoot';
    })
    .map(({ response }) => response.text('credentials', 'accessKeyId'));
  return new Set(keys.filter((key) => key !== undefined));
}

/** AWS documents records of such sessions with and without the flag that marks them. */
function inGrantedSession(activity: Activity, granted: ReadonlySet<string>): Activity {
  const key = activity.principal.accessKeyId;
  return activity.actor === 'root' && key !== undefined && granted.has(key)
    ? { ...activity, actor: 'root-session' }
    : activity;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
