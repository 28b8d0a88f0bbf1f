import { readFlags } from '@root-activity-monitor/command-line';
import { describe, expect, it } from 'vitest';
import { flags, taskOf } from './flags.ts';
import { help } from './help.ts';

const read = (...argv: string[]) => {
  const values = readFlags(argv, flags);
  return { ...values, task: taskOf(values) };
};
const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';
const rootSignIn = { command: 'fixture', name: 'root-sign-in' };

describe('the command line', () => {
  it('without flags plays a root sign-in, and nothing leaves the machine', () => {
    expect(read()).toMatchObject({ task: rootSignIn, json: false, format: 'mail' });
  });

  it.each([
    [['--account', '123'], { account: '000000000123' }],
    [['--account=000000000007'], { account: '000000000007' }],
    [['--region', 'us-gov-west-1'], { region: 'us-gov-west-1' }],
    [
      ['--fixture', 'root-read', '--json'],
      { task: { command: 'fixture', name: 'root-read' }, json: true },
    ],
    [['--event', '-', '--via', 'replay'], { task: { command: 'event', path: '-' }, via: 'replay' }],
    [['--event', 'f', '--verbose'], { task: { command: 'event', path: 'f' }, verbose: true }],
    [['--format', 'sms'], { format: 'sms' }],
    [['--list', '--json'], { task: { command: 'list' }, json: true }],
    [['--all'], { task: { command: 'all' } }],
    [
      ['--bus', bus],
      { task: { command: 'bus', arn: bus, events: rootSignIn }, yes: false, wait: false },
    ],
    [
      ['--bus', bus, '--all', '--yes', '--wait', '--endpoint-url', 'http://localhost:1'],
      {
        task: { command: 'bus', arn: bus, events: { command: 'all' } },
        yes: true,
        wait: true,
        'endpoint-url': 'http://localhost:1',
      },
    ],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toMatchObject(expected);
  });

  it.each([
    [['--account', 'abc'], /^--account must be 1 to 12 digits such as 123456789012, got "abc"$/],
    [['--account', '1234567890123'], /^--account must be 1 to 12 digits/],
    [['--account', ''], /^--account needs a value: 1 to 12 digits such as 123456789012$/],
    [['--account', '-5'], /^--account needs a value/],
    [['--account=-5'], /^--account must be 1 to 12 digits .*, got "-5"$/],
    [['--account'], /^--account needs a value/],
    [['--account', '--json'], /^--account needs a value/],
    [['--fixture', ''], /^--fixture needs a value: the name of a fixture/],
    [['--fixture', 'a', '--fixture', 'b'], /^--fixture is given twice/],
    [['--account=1', '--account', '2'], /^--account is given twice/],
    [['--list', '--account', '1'], /^--list and --account .*--list only shows what can be played$/],
    [['--list', '--format', 'sms'], /^--list and --format exclude each other/],
    [['--all', '--format', 'chat'], /^--all and --format exclude.* a line for each/],
    [['--json', '--format', 'chat'], /^--json and --format exclude .*--json has the message/],
    [['--format', 'fax'], /^--format must be one of mail, sms, chat, json, got "fax"/],
    [['--region', 'eu-centrl-1'], /, got "eu-centrl-1"; did you mean "eu-central-1"\?$/],
    [['--region', 'us-esat-2'], /did you mean "us-east-2"\?$/],
    [
      ['--region', 'Ireland'],
      /^--region must be a Region name such as eu-central-1, got "Ireland"/,
    ],
    [
      ['--via', 'putevents'],
      /^--via must be one of aws, put-events-default-bus, .*got "putevents"/,
    ],
    [['--acount', '1'], /^unknown flag --acount; did you mean --account\?$/],
    [['--frobnicate'], /^unknown flag --frobnicate/],
    [['-x'], /^unknown flag -x/],
    [['file.json'], /^unexpected argument "file\.json"/],
    [['--list', '--all'], /^--list and --all exclude each other/],
    [['--fixture', 'a', '--event', 'b'], /exclude each other/],
    [['--all', '--account', '1'], /^--all and --account exclude each other/],
    [['--json=yes'], /^--json takes no value, got "yes"$/],
    [['--wait'], /^--wait goes with --bus/],
    [['--yes'], /^--yes goes with --bus/],
    [['--endpoint-url', 'http://localhost:1'], /^--endpoint-url goes with --bus/],
    [['--bus', bus, '--via', 'aws'], /^--bus and --via exclude each other/],
    [['--bus', bus, '--format', 'sms'], /^--bus and --format exclude each other/],
    [['--bus', 'nonsense'], /^--bus must be the ARN of a central event bus, .*, got "nonsense"$/],
    [['--bus', bus, '--list'], /^--list and --bus exclude each other/],
    [['--bus', bus, '--endpoint-url', 'localhost'], /^--endpoint-url must be a URL/],
  ])('%j is wrong use', (argv, message) => {
    expect(() => read(...argv)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
  });
});

it('help fits into what Nx shows, and says every flag, entry and exit status', () => {
  expect(Math.max(...help.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  for (const name of Object.keys(flags.shape))
    expect(help).toMatch(new RegExp(`^  --${name}\\b`, 'm'));
  expect(help).toMatch(/^ {2}put-events-central-bus /m);
  expect(help).toMatch(/^Exit status: 0 .*; 1 .*; 2\s/m);
});
