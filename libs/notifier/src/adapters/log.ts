import type { Outcome } from '../notify-batch.ts';
import type { Digest } from '../digest/digest.ts';
import type { Delivery } from '../session/route-findings.ts';

/** What is written about the notifier's work; never the event itself. */
export interface Log {
  decided(
    delivery: Delivery,
    outcome: Outcome,
    failure: string | undefined,
    nowMilliseconds: number,
  ): void;
  digested(digest: Digest, chatFailure: string | undefined, nowMilliseconds: number): void;
}

/**
 * Logs one JSON object a line: what was decided, and the figures that CloudWatch reads from it
 * (embedded metric format).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function jsonLog(write: (line: string) => void): Log {
  return {
    decided(delivery, outcome, failure, nowMilliseconds) {
      const { messageId, finding } = delivery.decision;
      const { activity, detection, severity } = finding;
      const metrics = metricsOf(outcome, activity.time, nowMilliseconds);
      write(
        JSON.stringify({
          level: outcome === 'failed' ? 'error' : 'info',
          message: 'event decided',
          eventId: activity.eventId,
          messageId,
          outcome,
          ...(failure === undefined ? {} : { failure }),
          detection: detection.id,
          severity,
          accountId: activity.accountId,
          account: activity.recordedIn,
          region: activity.region,
          eventName: activity.eventName,
          simulated: activity.simulated,
          ...(delivery.action === 'record' && delivery.duplicate ? { duplicate: true } : {}),
          ...metrics,
          _aws: embeddedMetrics(Object.keys(metrics), nowMilliseconds, eventDimensions),
        }),
      );
    },
    digested({ accountId, severity, total }, chatFailure, nowMilliseconds) {
      const failed = chatFailure !== undefined;
      const metrics = { DigestsPublished: 1, ...(failed ? { PublishFailures: 1 } : {}) };
      write(
        JSON.stringify({
          level: failed ? 'error' : 'info',
          message: 'digest sent',
          ...{ accountId, severity, events: total },
          ...(failed ? { failure: `chat: ${chatFailure}` } : {}),
          ...metrics,
          _aws: embeddedMetrics(Object.keys(metrics), nowMilliseconds, [[], ['severity']]),
        }),
      );
    },
  };
}

const metricNames: Readonly<Record<Outcome, string>> = {
  alerted: 'AlertsPublished',
  degraded: 'EventsDegraded',
  digested: 'EventsDigested',
  recorded: 'EventsRecorded',
  waiting: 'EventsWaiting',
  failed: 'PublishFailures',
};

function metricsOf(outcome: Outcome, time: string, now: number): Readonly<Record<string, number>> {
  const delay = now - Date.parse(time);
  const published = outcome === 'alerted' || outcome === 'degraded';
  return {
    [metricNames[outcome]]: 1,
    ...(published && Number.isFinite(delay) ? { EventToPublishDelay: Math.max(0, delay) } : {}),
  };
}

/** By severity, and by the account that recorded the event: callers choose the others. */
const eventDimensions = [[], ['severity'], ['account']];

function embeddedMetrics(
  names: readonly string[],
  timestamp: number,
  dimensions: readonly (readonly string[])[],
) {
  return {
    Timestamp: timestamp,
    CloudWatchMetrics: [
      {
        Namespace: 'RootActivityMonitor',
        Dimensions: dimensions,
        Metrics: names.map((name) => ({
          Name: name,
          Unit: name === 'EventToPublishDelay' ? 'Milliseconds' : 'Count',
        })),
      },
    ],
  };
}
