import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { expect, it } from 'vitest';
import { readBatch } from './activity/read-batch.ts';
import { detect } from './detections/detect.ts';

const judged = loadFixtures().flatMap(({ name, envelope, expect: expected }) =>
  'detection' in expected ? [[name, envelope, expected] as const] : [],
);

it.each(judged)('the verdict on %s is that of its file', (_, envelope, expected) => {
  const messages = [{ messageId: 'message-1', body: JSON.stringify(envelope) }];
  const [found] = readBatch(messages).map(detect);
  expect({ detection: found?.detection.id, severity: found?.severity }).toEqual({
    detection: expected.detection,
    severity: expected.severity,
  });
});
