import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import type { Actor } from './activity.ts';

/**
 * Console calls that people made carried this `invokedBy` in older records.
 * Every other `invokedBy` that names AWS means that no person made the call.
 */
const consoleItself = 'signin.amazonaws.com';

/** Whose hands were at work in a record. */
export function actorOf(record: CloudTrailRecord): Actor {
  const { type, invokedBy, sessionContext } = record.userIdentity;
  if (record.eventType === 'AwsServiceEvent' || isServiceName(invokedBy)) return 'service';
  if (type === 'Root') return sessionContext?.assumedRoot === true ? 'root-session' : 'root';
  return sessionContext?.sessionIssuer?.type === 'Root' ? 'root-federated' : 'other';
}

function isServiceName(invokedBy: string | undefined): boolean {
  if (invokedBy === undefined || invokedBy === consoleItself) return false;
  return invokedBy === 'AWS Internal' || /\.amazonaws\.com(\.cn)?$/.test(invokedBy);
}
