import { envelopeOf, SIMULATION_SOURCE, moreSevere } from '@root-activity-monitor/event-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from './activity/read-activity.ts';
import { readBatch } from './activity/read-batch.ts';
import { detect } from './detections/detect.ts';
import { catalogue } from './detections/catalogue.ts';
import { envelope, hostileText, record } from './testing/arbitrary-events.ts';
import { call, rootIdentity, withAlert, type AlertedFinding } from './testing/records.ts';
import { complaints } from './testing/hostile.ts';

/** As many as keep this file at a few seconds; raise it to hunt. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 120);

function findingsOn(...bodies: readonly string[]): readonly AlertedFinding[] {
  const messages = bodies.map((body, index) => ({ messageId: `message-${index}`, body }));
  const names = {
    '123456789012': 'payments \u202E@prod <x>',
    '210987654321': '\u20AC'.repeat(500),
  };
  const findings = readBatch(messages, names).map(detect).map(withAlert);
  expect(findings.map(({ finding }) => finding.activity.messageId)).toEqual(
    messages.map(({ messageId }) => messageId),
  );
  return findings;
}

function expectSound(...bodies: readonly string[]): readonly AlertedFinding[] {
  const findings = findingsOn(...bodies);
  for (const { alert, finding } of findings) {
    expect(finding.detection.severities).toContain(finding.severity);
    expect(alert === undefined ? [] : complaints(alert)).toEqual([]);
  }
  return findings;
}

describe('there is exactly one decision, and what is published is sound, for', () => {
  it('root events with anything in every field', () => {
    fc.assert(
      fc.property(envelope, (event) => void expectSound(JSON.stringify(event))),
      { numRuns },
    );
  });

  it('batches of them', () => {
    const bodies = fc.array(
      envelope.map((event) => JSON.stringify(event)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(bodies, (batch) => void expectSound(...batch)),
      { numRuns: numRuns / 10 },
    );
  });

  it('any JSON, which alerts', () => {
    const property = fc.property(fc.json({ maxDepth: 8 }), (body) => {
      expect(expectSound(body)[0]?.finding.detection.id).toBe('unrecognized-root-event');
    });
    fc.assert(property, { numRuns });
  });

  it('any text and any bytes, which alert', () => {
    const body = fc.oneof(
      hostileText,
      fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    );
    const property = fc.property(body, (text) => {
      expect(expectSound(text)[0]?.alert?.attributes.severity).toBe('high');
    });
    fc.assert(property, { numRuns });
  });

  it.each([
    ['nested 1,000 deep', (deep: string) => `{"detail":{"requestParameters":${deep}}}`],
    ['nested 1,000 deep at the top', (deep: string) => deep],
  ])('an event %s', (_, bodyOf) => {
    expectSound(bodyOf(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`));
    expectSound(bodyOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`));
  });

  const units = ['a', 'a.', 'a@', '://', '+1 ', '\u0301', '&#', 'arn:aws:', '\\', '"', '\u{1F600}'];
  it.each(units)('a megabyte of %j in any field', (unit) => {
    const megabyte = unit.repeat(1_000_000 / unit.length);
    const base = call('iam CreateUser');
    for (const field of [...Object.keys(base), 'errorCode', 'errorMessage']) {
      expectSound(JSON.stringify(envelopeOf({ ...base, [field]: megabyte })));
    }
    for (const field of ['type', 'arn', 'accountId', 'accessKeyId', 'userName', 'invokedBy']) {
      const userIdentity = rootIdentity({ [field]: megabyte });
      expectSound(JSON.stringify(envelopeOf({ ...base, userIdentity })));
    }
  });

  it.each(['detail', 'source', 'userIdentity', 'account'])(
    'an event whose prototype is to have %s',
    (key) => {
      const [found] = expectSound(
        `{"__proto__":{"${key}":{"type":"Root"},"source":"${SIMULATION_SOURCE}"}}`,
      );
      expect(found?.finding.activity.simulated).toBe(false);
    },
  );
});

it('no detection that stands later finds something worse', () => {
  const catchAlls = new Set(['root-call-denied', 'root-write', 'root-read']);
  // Nobody signs the request for a password recovery.
  const impossible = /^root-password-recovery-\w+ hides root-(access-key-used|federated-activity)$/;
  const property = fc.property(record, (detail) => {
    const activity = readActivity(envelopeOf(detail), 'message-1');
    const [winner, ...later] = catalogue.filter((detection) => detection.matches(activity));
    fc.pre(winner !== undefined && activity.problems.length === 0);
    const worse = later.filter(
      (detection) =>
        !catchAlls.has(detection.id) &&
        moreSevere(detection.severity(activity), winner?.severity(activity) ?? 'info'),
    );
    const hidden = worse.map(({ id }) => `${winner?.id ?? ''} hides ${id}`);
    expect(hidden.filter((pair) => !impossible.test(pair))).toEqual([]);
  });
  fc.assert(property, { numRuns });
});
