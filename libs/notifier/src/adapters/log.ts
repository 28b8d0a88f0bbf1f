import type { DecisionLog, DigestLog, Outcome } from '../contract/contract.ts';
import type { Log, Result } from '../ports/services.ts';

/**
 * Logs one JSON object a line (its schemas are in `contract.ts`), with the figures that CloudWatch
 * reads from it (embedded metric format).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function jsonLog(write: (line: string) => void): Log {
  return {
    handled(results, now) {
      for (const result of results) {
        const { outcome, finding } = result;
        const metrics = metricsOf(outcome, finding.activity.time, now);
        write(withMetrics(decisionOf(result), metrics, eventDimensions, now));
      }
    },
    digested({ accountId, chatFailure, events, severity }, now) {
      const failed = chatFailure !== undefined;
      const line: DigestLog = {
        level: failed ? 'error' : 'info',
        message: 'digest sent',
        accountId,
        severity,
        events,
        failure: failed ? `chat: ${chatFailure}` : undefined,
      };
      const metrics = { DigestsPublished: 1, ...(failed ? { PublishFailures: 1 } : {}) };
      write(withMetrics(line, metrics, digestDimensions, now));
    },
  };
}

function decisionOf({ duplicate, failure, finding, outcome }: Result): DecisionLog {
  const { activity, detection, severity } = finding;
  return {
    level: outcome === 'failed' ? 'error' : 'info',
    message: 'event decided',
    eventId: activity.eventId,
    messageId: activity.messageId,
    outcome,
    failure,
    detection: detection.id,
    severity,
    accountId: activity.accountId,
    account: activity.recordedIn,
    region: activity.region,
    eventName: activity.eventName,
    simulated: activity.simulated,
    duplicate: duplicate || undefined,
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
const digestDimensions = [[], ['severity']];

function withMetrics(
  line: DecisionLog | DigestLog,
  metrics: Readonly<Record<string, number>>,
  dimensions: readonly (readonly string[])[],
  now: number,
): string {
  return JSON.stringify({
    ...line,
    ...metrics,
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: 'RootActivityMonitor',
          Dimensions: dimensions,
          Metrics: Object.keys(metrics).map((name) => ({
            Name: name,
            Unit: name === 'EventToPublishDelay' ? 'Milliseconds' : 'Count',
          })),
        },
      ],
    },
  });
}
