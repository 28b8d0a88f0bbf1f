import { describe, expect, it } from 'vitest';
import { sampleCommand } from '../testing/sample-command.ts';
import { UsageError } from './errors.ts';
import { readFlags } from './read-flags.ts';

const read = (...argv: string[]) => readFlags(argv, sampleCommand.flags);

describe('flags', () => {
  it('have their defaults where they are absent', () => {
    expect(read()).toEqual({ limit: 20, row: [], send: false, list: false });
  });

  it('are read in both spellings', () => {
    expect(read('--limit', '7', '--queue=failed', '--send')).toMatchObject({
      limit: 7,
      queue: 'failed',
      send: true,
    });
  });

  it('are given several times where they may be', () => {
    expect(read('--row', 'P1', '--row=P3').row).toEqual(['P1', 'P3']);
  });

  it('take "-" for stdin and, after "=", what begins with "-"', () => {
    expect(read('--event', '-').event).toBe('-');
    expect(read('--event=-odd-name').event).toBe('-odd-name');
  });
});

describe('wrong usage is one line with the flag, its value and what it must be:', () => {
  it.each([
    [['--limit', '0'], '--limit must be a whole number from 1 to 100, got "0"'],
    [['--limit', '1e1'], '--limit must be a whole number from 1 to 100, got "1e1"'],
    [['--queue', 'sent'], '--queue must be failed or undelivered, got "sent"'],
    [
      ['--queue', 'faild'],
      '--queue must be failed or undelivered, got "faild"; did you mean "failed"?',
    ],
    [['--row', 'P1', '--row', 'Q9'], '--row must be one of P1, P2, P3, got "Q9"'],
    [
      ['--region', 'eu-cental-1'],
      '--region must be a Region name such as eu-central-1, got "eu-cental-1"; did you mean "eu-central-1"?',
    ],
    [['--limit'], '--limit needs a value: a whole number from 1 to 100'],
    [['--row', ''], '--row needs a value: one of P1, P2, P3'],
    [['--event', '--send'], '--event needs a value: a file, or - for stdin'],
    [['--send=yes'], '--send takes no value, got "yes"'],
    [['--limit', '1', '--limit=2'], '--limit is given twice, as "1" and "2"'],
    [['--lmit', '1'], 'unknown flag --lmit; did you mean --limit?'],
    [['--frobnicate'], 'unknown flag --frobnicate; see --help'],
    [['-x'], 'unknown flag -x; see --help'],
    [['P1'], 'unexpected argument "P1"; every input has a flag, see --help'],
    [['--', 'P1'], 'unexpected argument "P1"; every input has a flag, see --help'],
    [['--send', '--list'], '--send and --list exclude each other: --list only shows what there is'],
    [
      ['--endpoint-url', 'http://localhost:5000'],
      '--endpoint-url goes with --send: without it nothing leaves this machine',
    ],
    [
      ['--send', '--endpoint-url', 'localhost'],
      '--endpoint-url must be a URL such as http://localhost:5000, got "localhost"',
    ],
  ])('%j', (argv, message) => {
    expect(() => read(...argv)).toThrow(new UsageError(message));
  });
});
