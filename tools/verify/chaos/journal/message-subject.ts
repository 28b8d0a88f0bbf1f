import type { PublishEntry } from '@root-activity-monitor/local-aws/sns';
import { messageSubject } from '@root-activity-monitor/notifier/contract';

const subjectOf = ({ attributes }: PublishEntry) =>
  messageSubject((name) => attributes.get(name)?.stringValue);

/** The key of the event that a message alerts on; undefined when it is a digest. */
export function alertedEvent(entry: PublishEntry): string | undefined {
  const subject = subjectOf(entry);
  return subject.is === 'alert' ? subject.eventKey : undefined;
}

/** How many events a message says it counts; undefined when it is an alert. */
export function digestedEvents(entry: PublishEntry): number | undefined {
  const subject = subjectOf(entry);
  return subject.is === 'digest' ? subject.events : undefined;
}
