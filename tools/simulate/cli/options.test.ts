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
    [['--event', 'f', '--verbose'], { what: { event: 'f' }, verbose: true }],
    [['--format', 'sms'], { format: 'sms' }],
    [['--event', '-'], { what: { event: '-' } }],
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
    [['--account', '-5'], /^--account is "-5"; 1 to 12 digits are wanted/],
    [['--account'], /^--account has no value; wanted is 1 to 12 digits, such as 123456789012$/],
    [['--account', '--json'], /^--account has no value/],
    [['--fixture', ''], /^--fixture is ""; wanted is the name of a fixture/],
    [['--fixture', 'a', '--fixture', 'b'], /^--fixture is there twice; give it once$/],
    [['--account=1', '--account', '2'], /^--account is there twice/],
    [['--list', '--account', '1'], /^--list only shows what can be played; leave out --account$/],
    [['--list', '--format', 'sms'], /leave out --format/],
    [['--all', '--format', 'chat'], /--all shows a line a fixture.*--format goes with/],
    [['--json', '--format', 'chat'], /--json has the message.*leave out --format/],
    [['--format', 'fax'], /--format is "fax"; one of mail, sms, chat, json is wanted/],
    [['--region', 'eu-centrl-1'], /no such Region is known, the nearest is eu-central-1$/],
    [['--region', 'us-esat-2'], /the nearest is us-east-2$/],
    [['--region', 'Ireland'], /--region is "Ireland"; the name of a Region/],
    [['--via', 'putevents'], /--via is "putevents"; one of aws/],
    [['--acount', '1'], /unknown flag --acount; did you mean --account\?/],
    [['--frobnicate'], /unknown flag --frobnicate/],
    [['-x'], /unknown flag -x/],
    [['file.json'], /unexpected argument "file\.json"/],
    [['--list', '--all'], /--list and --all exclude each other/],
    [['--fixture', 'a', '--event', 'b'], /exclude each other/],
    [['--all', '--account', '1'], /--account goes with --fixture or --event/],
    [['--json=yes'], /^--json takes no value$/],
  ])('%j is wrong use', (argv, message) => {
    expect(() => read(...argv)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
  });
});
