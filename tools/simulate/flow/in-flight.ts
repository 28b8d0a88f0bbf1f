import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import type { Queue } from '@root-activity-monitor/local-aws/sqs';
import type { EventResult, PlannedEvent } from '../trace/result.ts';
import type { Trace } from '../trace/trace.ts';
import type { Attempt } from './drain-queue.ts';
import type { HubRuntime } from './hub-runtime.ts';
import { reportNotified, type Notified } from './notification.ts';

/** An event whose way to the notification queue is decided, or has ended before it. */
export interface Underway {
  readonly planned: PlannedEvent;
  readonly event: EventEnvelope;
  /** When it happens, in milliseconds since 1970. */
  readonly at: number;
  readonly trace: Trace;
  readonly hub: HubRuntime;
  /** What takes a copy of it; empty when it ended before. */
  readonly queues: readonly Queue[];
  readonly ended?: Pick<Notified, 'outcome' | 'asDesigned'>;
}

/** What became of an event that no queue took. */
export function endedResult({ planned, event, at, trace, ended }: Underway): EventResult {
  const { outcome, asDesigned } = ended ?? { outcome: 'failed', asDesigned: false };
  return { planned, event, at, outcome, asDesigned, stages: trace.stages, mails: [] };
}

/** What became of an event that nothing ever reads from its queue. */
export function unreadResult({ planned, event, at, trace, hub, queues }: Underway): EventResult {
  const [queue] = queues;
  const fault = queue === undefined ? 'it is in no queue' : hub.faultOf(queue);
  trace.stop('notifier', `${fault ?? ''}: the event waits in the queue until it expires`);
  return {
    ...{ planned, event, at, outcome: 'failed', asDesigned: false },
    stages: trace.stages,
    mails: [],
  };
}

/** What became of an event after the last attempt on each copy of it. */
export function notifiedResult(
  { planned, event, at, trace, hub }: Underway,
  attempts: readonly Attempt[],
): EventResult {
  const reports = attempts.map((attempt) => reportNotified(attempt, hub, trace));
  const [report] = reports;
  const mails = reports.flatMap((one) => one.mails);
  return {
    ...{ planned, event, at, asDesigned: false, ...report },
    outcome: report?.outcome ?? 'failed',
    stages: trace.stages,
    mails,
    ...(mails.length > 0 && { sentAt: Math.max(...attempts.map((attempt) => attempt.at)) }),
  };
}
