import { expect, it } from 'vitest';
import { call, findingOn } from '../testing/records.ts';
import { jsonLog } from './log.ts';

const secret = 'EXAMPLE-TOKEN-REDACTED';
const now = Date.parse('2026-11-02T10:38:42Z');

function logged(write: (log: ReturnType<typeof jsonLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(jsonLog((line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

const { finding } = findingOn(
  call('sts GetSessionToken', {
    requestParameters: { durationSeconds: 3600 },
    responseElements: { credentials: { sessionToken: secret } },
  }),
);
const recorded = { finding, outcome: 'recorded', failure: undefined, duplicate: true } as const;

it('an event is one line with its verdict, without its contents', () => {
  const line = logged((log) => {
    log.handled([recorded], now);
  });
  expect(line).toMatchObject({
    level: 'info',
    messageId: 'message-1',
    eventId: 'de8e4a1a-babf-407c-abd7-1b6ad07e5b02',
    outcome: 'recorded',
    detection: 'root-temporary-credentials',
    duplicate: true,
  });
  expect(JSON.stringify(line)).not.toMatch(/EXAMPLE-TOKEN|203\.0\.113|Mozilla/);
});

it('the line carries the figures that CloudWatch reads from it', () => {
  const line = logged((log) => {
    log.handled([{ ...recorded, outcome: 'alerted' }], now);
  });
  expect(line).toMatchObject({ AlertsPublished: 1, EventToPublishDelay: 30_000, severity: 'high' });
  expect(line['_aws']).toMatchObject({
    Timestamp: now,
    CloudWatchMetrics: [
      {
        Namespace: 'RootActivityMonitor',
        Metrics: [
          { Name: 'AlertsPublished', Unit: 'Count' },
          { Name: 'EventToPublishDelay', Unit: 'Milliseconds' },
        ],
      },
    ],
  });
});

it('a failure is an error with its reason', () => {
  const line = logged((log) => {
    log.handled([{ ...recorded, outcome: 'failed', failure: 'KMSAccessDenied' }], now);
  });
  expect(line).toMatchObject({ level: 'error', failure: 'KMSAccessDenied', PublishFailures: 1 });
});

it('a digest is one line with its size', () => {
  const digest = { accountId: '123456789012', severity: 'high', events: 7 } as const;
  const line = logged((log) => {
    log.digested({ ...digest, chatFailure: undefined }, now);
  });
  expect(line).toMatchObject({ message: 'digest sent', events: 7, DigestsPublished: 1 });
});
