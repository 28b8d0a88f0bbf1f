import { expect, it } from 'vitest';
import { changedBetween, type DeployedStack } from './deployed-stack.ts';

const stack = (
  resources: DeployedStack['resources'],
  ids: Record<string, string>,
): DeployedStack => ({
  resources,
  physicalIds: new Map(Object.entries(ids)),
});
const before = stack({ A: { Type: 'Topic' }, B: { Type: 'Queue' } }, { A: 'a', B: 'b' });

it('two states that are alike differ in nothing', () => {
  expect(changedBetween(before, structuredClone(before))).toEqual([]);
});

it.each([
  ['one more', stack({ ...before.resources, C: { Type: 'Rule' } }, { A: 'a', B: 'b' }), 'C'],
  ['one less', stack({ A: { Type: 'Topic' } }, { A: 'a' }), 'B'],
  [
    'another template',
    stack({ ...before.resources, B: { Type: 'Table' } }, { A: 'a', B: 'b' }),
    'B',
  ],
  ['one that was replaced', stack(before.resources, { A: 'a2', B: 'b' }), 'A'],
])('%s is a change', (_case, after, id) => {
  expect(changedBetween(before, after)).toEqual([id]);
});
