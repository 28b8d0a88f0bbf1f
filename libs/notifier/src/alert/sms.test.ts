import { expect, it } from 'vitest';
import { finding } from '../testing/findings.ts';
import { shortMessage } from './subject.ts';

it('is the subject, where from and when', () => {
  expect(shortMessage(finding())).toBe(
    '[HIGH] Root sign-in: 123456789012 from 203.0.113.24 2026-11-02T09:14:33Z',
  );
  expect(shortMessage(finding({ sourceAddress: undefined }))).toBe(
    '[HIGH] Root sign-in: 123456789012 2026-11-02T09:14:33Z',
  );
});

it('is one part of a text message', () => {
  const long = shortMessage(finding({ sourceAddress: '\u20AC'.repeat(300) }));
  expect(long).toMatch(/^\[HIGH\] Root sign-in: 123456789012 from \?+$/);
  expect(long).toHaveLength(140);
});
