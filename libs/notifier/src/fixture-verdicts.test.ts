import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { expect, test } from 'vitest';
import { decide } from './activity/read-batch.ts';

const judged = loadFixtures().flatMap(({ name, envelope, expect: expected }) =>
  'detection' in expected ? [[name, envelope, expected] as const] : [],
);

test.each(judged)('the verdict on %s is that of its file', (_, envelope, expected) => {
  const [decision] = decide([{ messageId: 'message-1', body: JSON.stringify(envelope) }]);
  const found = decision?.finding;
  expect({ detection: found?.detection.id, severity: found?.severity }).toEqual({
    detection: expected.detection,
    severity: expected.severity,
  });
});
