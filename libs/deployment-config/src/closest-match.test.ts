import { expect, it } from 'vitest';
import { closestMatch } from './closest-match.ts';

it.each([
  ['hubAcountId', 'hubAccountId'],
  ['eu-west', 'eu-west-1'],
  ['hub', undefined],
  ['xy', undefined],
])('%s is probably meant as %s', (word, meant) => {
  expect(closestMatch(word, ['hubAccountId', 'homeRegion', 'eu-west-1', 'P1'])).toBe(meant);
});

it('nothing is meant where nothing is known', () => {
  expect(closestMatch('a', [])).toBeUndefined();
});
