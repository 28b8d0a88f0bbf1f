import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('an emulator may be named', () => {
  expect(readOptions(['--endpoint-url', 'http://localhost:4566'])).toMatchObject({
    endpointUrl: 'http://localhost:4566',
  });
});

test.each(['localhost', 'https://sts.eu-west-1.amazonaws.com', 'https://lambda.eu-west-1.api.aws'])(
  '%s is refused: it is no URL, or it is AWS itself',
  (url) => {
    expect(() => readOptions(['--endpoint-url', url])).toThrow(
      expect.objectContaining({ name: 'UsageError' }),
    );
  },
);

test('an unknown flag is wrong usage', () => {
  expect(() => readOptions(['--endpoint'])).toThrow(
    expect.objectContaining({ name: 'UsageError' }),
  );
});
