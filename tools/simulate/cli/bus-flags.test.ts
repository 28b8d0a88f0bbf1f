import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const arn = 'arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';

test('without --bus nothing leaves the machine', () => {
  expect(readOptions([]).bus).toBeUndefined();
});

test('--bus asks and does not wait, unless told otherwise', () => {
  const asked = { arn, yes: false, wait: false, endpointUrl: undefined };
  expect(readOptions(['--bus', arn]).bus).toEqual(asked);
  const words = ['--bus', arn, '--yes', '--wait', '--endpoint-url', 'http://localhost:1'];
  expect(readOptions(words).bus).toEqual({
    arn,
    yes: true,
    wait: true,
    endpointUrl: 'http://localhost:1',
  });
});

test.each([
  [['--wait'], '--wait goes with --bus'],
  [['--yes'], '--yes goes with --bus'],
  [['--endpoint-url', 'http://localhost:1'], '--endpoint-url goes with --bus'],
  [['--bus', arn, '--via', 'aws'], '--via exclude each other'],
  [['--bus', 'nonsense'], '--bus is "nonsense", which is not the ARN of an event bus'],
  [['--bus', arn, '--list'], '--list exclude each other'],
  [['--bus', arn, '--endpoint-url', 'localhost'], 'a URL is wanted'],
])('%j is wrong usage', (words, why) => {
  expect(() => readOptions(words)).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(why) }),
  );
});
