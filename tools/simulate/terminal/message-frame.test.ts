import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '@root-activity-monitor/local-aws/sns';
import type { Mail } from '../trace/result.ts';
import { formats, messageFrame } from './message-frame.ts';
import { widthOf } from './wrap.ts';

const screen = (columns: number | undefined) => ({ columns, colors: pc.createColors(false) });
const delivery = (protocol: string, more: Partial<Delivery> = {}): Delivery => ({
  ...{ protocol, endpoint: `${protocol}.example`, told: true, reason: undefined, raw: false },
  ...more,
});
const mail = (...deliveries: readonly Delivery[]): Mail => ({
  from: 'AWS <no-reply@sns.amazonaws.com>',
  to: [],
  subject: '[HIGH] Root sign-in',
  body: 'body',
  attributes: {},
  deliveries,
  payload: ({ protocol, raw }) =>
    protocol === 'sms' || raw ? `text for ${protocol}\u001b[31m` : `{"for":"${protocol}"}`,
});
const shown = (format: (typeof formats)[number], one: Mail, columns?: number) =>
  messageFrame(format, one, undefined, screen(columns)).join('\n');

describe('a message', () => {
  it('as sms says to whom it goes and how long it is', () => {
    const text = shown('sms', mail(delivery('sms'), delivery('sms', { told: false })));
    expect(text).toMatch(/^To: sms\.example\n┃ text for sms.*\n\d+ characters of /s);
  });

  it('as json is what each machine gets, raw or wrapped, and nothing for the others', () => {
    const text = shown(
      'json',
      mail(delivery('email'), delivery('https'), delivery('sqs', { raw: true }), {
        ...delivery('lambda'),
        told: false,
      }),
    );
    expect(text).toMatch(/^To: https\.example \(https\)\n\{\n {2}"for": "https"\n\}\n/);
    expect(text).toMatch(/To: sqs\.example \(sqs, raw\)\ntext for sqs/);
    expect(text).not.toMatch(/lambda|email/);
  });

  it.each(['sms', 'json'] as const)('that no %s gets is shown as one would get it', (format) => {
    expect(shown(format, mail(delivery('email')))).toMatch(/^\(no .*would get\)\n/);
  });

  it.each(formats)('as %s drives no terminal', (format) => {
    expect(shown(format, mail(delivery('sqs', { raw: true }), delivery('sms')))).not.toContain(
      '\u001b',
    );
  });

  it.each(['mail', 'sms', 'chat'] as const)('as %s fits 50 columns', (format) => {
    const lines = shown(format, mail(), 50).split('\n');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(50);
  });
});
