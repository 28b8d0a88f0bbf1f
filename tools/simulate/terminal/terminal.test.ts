import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../trace/result.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import { escapeJson } from './escape-json.ts';
import { mailFrame } from './mail-frame.ts';
import { stageLines } from './stage-line.ts';
import { widthOf, wrapLine } from './wrap.ts';

const screen = (columns: number | undefined) => ({ columns, colors: pc.createColors(false) });
const mail: Mail = {
  from: 'AWS <no-reply@sns.amazonaws.com>',
  to: ['security@example.com'],
  subject: '[HIGH] Root sign-in: payments-prod (123456789012)',
  body: `First sentence that is rather long and needs to be wrapped on a telephone.\n\n1. Do this, then that, and whatever else is needed.\nhttps://example.com/${'x'.repeat(120)}\n日本語`,
  attributes: {},
  deliveries: [],
  payload: () => '',
};

describe('text from events', () => {
  it('cannot drive a terminal', () => {
    expect(escapeForTerminal('a\u001b[31mb\rc\u202ed\u009b\n')).toBe('a�[31mb�c�d��');
    expect(escapeForTerminal('a\nb', { keepLines: true })).toBe('a\nb');
  });

  it('stays the same value in JSON', () => {
    const value = { a: 'x\u202ey\u001b\u009b' };
    const shown = escapeJson(JSON.stringify(value));
    expect(JSON.parse(shown)).toEqual(value);
    expect(shown).toMatch(/^[\u0020-\u007e]+$/);
  });
});

describe('lines', () => {
  it('wrap at words, under their list mark', () => {
    expect(wrapLine('1. aaa bbb ccc', 8)).toEqual(['1. aaa', '   bbb', '   ccc']);
  });

  it('break what has no spaces, by width', () => {
    expect(wrapLine('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
    expect(wrapLine('日本語', 4)).toEqual(['日本', '語']);
  });
});

describe.each([40, 60, 80, 100])('on %i columns', (columns) => {
  it('a mail and its stages fit', () => {
    const stage = {
      name: 'central-bus-policy',
      passed: false,
      reason: 'a long reason '.repeat(12),
      ms: 12345.6,
    } as const;
    const lines = [...mailFrame(mail, screen(columns)), ...stageLines(stage, screen(columns))];
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
  });
});

it('without a terminal lines stay whole and plain', () => {
  expect(mailFrame(mail, screen(undefined))).toContain(mail.body.split('\n')[3]);
});
