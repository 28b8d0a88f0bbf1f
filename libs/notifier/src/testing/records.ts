import { envelopeOf } from '@root-activity-monitor/event-schema';
import { expect, it } from 'vitest';
import { readBatch } from '../activity/read-batch.ts';
import { formatAlert } from '../alert/alert.ts';
import type { Notification } from '../alert/notification.ts';
import { detect } from '../detections/detect.ts';
import type { Finding } from '../detections/finding.ts';

type Fields = Readonly<Record<string, unknown>>;

const sessionKey = 'ASIAQ7EXAMPLE2ROOT01';
export const longTermKey = 'AKIAQ7EXAMPLEROOTKEY';

/** Root's identity in a console session, with changes. */
export function rootIdentity(changes: Fields = {}): Fields {
  return {
    type: 'Root',
    principalId: '123456789012',
    arn: 'arn:aws:iam::123456789012:root',
    accountId: '123456789012',
    accessKeyId: sessionKey,
    sessionContext: {
      attributes: { creationDate: '2026-11-02T09:14:33Z', mfaAuthenticated: 'true' },
    },
    ...changes,
  };
}

/** A role of the management account. */
export const adminIdentity: Fields = {
  type: 'AssumedRole',
  principalId: 'AROAQ7EXAMPLEADMIN01:jo',
  arn: 'arn:aws:sts::111122223333:assumed-role/OrgAdmin/jo',
  accountId: '111122223333',
  accessKeyId: 'ASIAQ7EXAMPLEADMIN02',
};

/** A session that AssumeRoot granted, as its flag marks it. */
export const rootSessionIdentity = rootIdentity({
  accessKeyId: 'ASIAQ7EXAMPLEROOTSES',
  sessionContext: { attributes: { mfaAuthenticated: 'false' }, assumedRoot: 'true' },
});

/** A session that root issued with GetFederationToken. */
export const federatedIdentity: Fields = {
  type: 'FederatedUser',
  arn: 'arn:aws:sts::123456789012:federated-user/ops-shadow',
  accountId: '123456789012',
  accessKeyId: 'ASIAQ7EXAMPLEFEDTOKN',
  sessionContext: {
    sessionIssuer: {
      type: 'Root',
      arn: 'arn:aws:iam::123456789012:root',
      accountId: '123456789012',
    },
  },
};

/** A call by root, `service eventName`, as CloudTrail records it; changes replace whole fields. */
export function call(name: string, changes: Fields = {}): Fields {
  const [service, eventName] = name.split(' ');
  return {
    eventVersion: '1.11',
    userIdentity: rootIdentity(),
    eventTime: '2026-11-02T10:38:12Z',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0',
    requestParameters: null,
    responseElements: null,
    eventID: 'de8e4a1a-babf-407c-abd7-1b6ad07e5b02',
    readOnly: false,
    eventType: 'AwsApiCall',
    recipientAccountId: '123456789012',
    ...changes,
  };
}

export const denied: Fields = { errorCode: 'AccessDenied', errorMessage: 'explicit deny' };

/** A finding, and the alert about it; undefined when it is only recorded. */
export interface AlertedFinding {
  readonly finding: Finding;
  readonly alert: Notification | undefined;
}

/** The finding with its alert. */
export function withAlert(finding: Finding): AlertedFinding {
  const silent = finding.severity === 'info';
  return { finding, alert: silent ? undefined : formatAlert(finding) };
}

/** What the notifier makes of a record, in an envelope as EventBridge makes it, with changes. */
export function findingOn(record: Fields, envelope: Fields = {}): AlertedFinding {
  const body = JSON.stringify({ ...envelopeOf(record), ...envelope });
  const [activity] = readBatch([{ messageId: 'message-1', body }]);
  if (activity === undefined) throw new Error('no activity');
  return withAlert(detect(activity));
}

/** One test a case: the record must be found by this detection with this severity. */
export function expectVerdicts(
  cases: readonly (readonly [
    behaviour: string,
    record: Fields,
    detection: string,
    severity: string,
  ])[],
): void {
  it.each(cases)('%s', (_, record, detection, severity) => {
    const { finding } = findingOn(record);
    expect({ detection: finding.detection.id, severity: finding.severity }).toEqual({
      detection,
      severity,
    });
  });
}

/** The same for calls by root that differ in name and request only. */
export function expectRequestVerdicts(
  detection: string,
  severity: string,
  cases: readonly (readonly [behaviour: string, name: string, requestParameters: unknown])[],
): void {
  expectVerdicts(
    cases.map(([behaviour, name, requestParameters]) => [
      behaviour,
      call(name, { requestParameters }),
      detection,
      severity,
    ]),
  );
}
