import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../activity/fields.ts';
import { finding } from '../testing/findings.ts';
import { subjectLine } from './subject.ts';
import { ascii } from './text.ts';

function subject(title: string, activity: Parameters<typeof finding>[0] = {}) {
  return subjectLine(finding(activity, { severity: 'critical', title }));
}

describe('the subject line', () => {
  it('has severity, title, name and account ID', () => {
    expect(subject('Root sign-in', { accountName: 'payments-prod' })).toBe(
      '[CRITICAL] Root sign-in: payments-prod (123456789012)',
    );
    expect(subject('Root sign-in')).toBe('[CRITICAL] Root sign-in: 123456789012');
    expect(subject('Root sign-in', { accountId: 'unknown' })).toBe(
      '[CRITICAL] Root sign-in: unknown',
    );
  });

  it('begins with what it is, when it is a simulation', () => {
    expect(subject('Root sign-in', { simulated: true })).toBe(
      '[SIMULATION] [CRITICAL] Root sign-in: 123456789012',
    );
  });

  it('names what was changed, when all of it fits', () => {
    const request = fieldsOf({ userName: 'backup-2' });
    expect(subject('Root write: iam DeleteUser', { request })).toBe(
      '[CRITICAL] Root write: iam DeleteUser (user backup-2): 123456789012',
    );
    expect(subject('Root write: iam DeleteUser', { request, accountName: 'n'.repeat(40) })).toBe(
      `[CRITICAL] Root write: iam DeleteUser: ${'n'.repeat(40)} (123456789012)`,
    );
    expect(subject('Key for backup-2', { request })).toBe(
      '[CRITICAL] Key for backup-2: 123456789012',
    );
  });

  it('is cut in the name first', () => {
    const line = subject('Root sign-in', { accountName: 'n'.repeat(90) });
    expect(line).toBe(`[CRITICAL] Root sign-in: ${'n'.repeat(56)}... (123456789012)`);
    expect(line).toHaveLength(99);
  });

  it('keeps a name that just fits', () => {
    const line = subject('Root sign-in', { accountName: 'n'.repeat(59) });
    expect(line).toBe(`[CRITICAL] Root sign-in: ${'n'.repeat(59)} (123456789012)`);
  });

  it('gives up a name of which nothing readable would stay, then the end of the title', () => {
    const title = (length: number) => 't'.repeat(length);
    expect(subject(title(65), { accountName: 'payments' })).toBe(
      `[CRITICAL] ${title(65)}: pay... (123456789012)`,
    );
    expect(subject(title(66), { accountName: 'payments' })).toBe(
      `[CRITICAL] ${title(66)}: 123456789012`,
    );
    expect(subject(title(68), { accountName: 'abc' })).toBe(
      `[CRITICAL] ${title(68)}: abc (123456789012)`,
    );
    expect(subject(title(74), { accountName: 'payments' })).toBe(
      `[CRITICAL] ${title(74)}: 123456789012`,
    );
    expect(subject(title(75))).toBe(`[CRITICAL] ${title(71)}...: 123456789012`);
    expect(subject(title(500), { simulated: true })).toHaveLength(99);
  });

  it('leaves no space before the mark', () => {
    expect(subject('Root sign-in', { accountName: `${'n'.repeat(55)} ${'m'.repeat(30)}` })).toBe(
      `[CRITICAL] Root sign-in: ${'n'.repeat(55)}... (123456789012)`,
    );
  });
});

it.each([
  ['Z\u00FCrich \u00C5s', 'Zurich As'],
  ['e\u0301a', 'ea'],
  ['\u6771\u4EAC', '??'],
  ['a\r\nb\u0000c', 'a??b?c'],
  ['\u{1F600}', '?'],
  ['\u226E\uFF1C\uFF20', '???'],
  ['plain ~ ASCII!', 'plain ~ ASCII!'],
])('%j in ASCII is %j', (text, expected) => {
  expect(ascii(text)).toBe(expected);
});
