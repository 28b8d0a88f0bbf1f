import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (...argv: string[]) => readOptions(argv);

describe('the command line', () => {
  it('without flags plays a root sign-in', () => {
    expect(read()).toMatchObject({ what: { fixture: 'root-sign-in' }, json: false });
  });

  it.each([
    [['--account', '123'], { account: '000000000123' }],
    [['--account=000000000007'], { account: '000000000007' }],
    [['--region', 'us-gov-west-1'], { region: 'us-gov-west-1' }],
    [['--fixture', 'root-read', '--json'], { what: { fixture: 'root-read' }, json: true }],
    [['--event', '-', '--via', 'replay'], { what: { event: '-' }, via: 'replay' }],
    [['--list'], { what: 'list' }],
    [['--all'], { what: 'all' }],
    [['-h', '--list'], { what: 'help' }],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toMatchObject(expected);
  });

  it.each([
    [['--account', 'abc'], /--account is "abc"; 1 to 12 digits are wanted/],
    [['--account', '1234567890123'], /--account is "1234567890123"; 1 to 12 digits/],
    [['--account', ''], /--account is ""/],
    [['--account'], /account.*argument missing/],
    [['--account', '--json'], /account/],
    [['--region', 'Ireland'], /--region is "Ireland"; the name of a Region/],
    [['--via', 'putevents'], /--via is "putevents"; one of aws/],
    [['--acount', '1'], /unknown flag --acount; did you mean --account\?/],
    [['--frobnicate'], /unknown flag --frobnicate/],
    [['-x'], /unknown flag -x/],
    [['file.json'], /unexpected argument "file\.json"/],
    [['--list', '--all'], /--list and --all exclude each other/],
    [['--fixture', 'a', '--event', 'b'], /exclude each other/],
    [['--all', '--account', '1'], /--account goes with --fixture or --event/],
    [['--json=yes'], /json/],
  ])('%j is wrong use', (argv, message) => {
    expect(() => read(...argv)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
  });
});
