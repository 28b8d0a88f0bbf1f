import { describe, expect, it } from 'vitest';
import { compileEventPattern, matchesEventPattern } from './index.ts';
import { stepsOf } from './testing/steps.ts';

describe('arrays of objects', () => {
  const both = { a: { x: [1], y: [2] } };
  it.each([
    ['both in one element', both, { a: [{ x: 0 }, { x: 1, y: 2 }] }, true],
    ['each in an element of its own', both, { a: [{ x: 1 }, { y: 2 }] }, false],
    ['one outside the array', { a: { x: [1] }, b: [2] }, { a: [{ x: 1 }], b: 2 }, true],
    [
      'in arrays in an element',
      { a: { x: { z: [1] }, y: [2] } },
      { a: [{ x: [{ z: 1 }], y: 2 }] },
      true,
    ],
    [
      'across elements by way of inner arrays',
      { a: { x: { z: [1] }, y: [2] } },
      { a: [{ x: [{ z: 1 }] }, { y: 2 }] },
      false,
    ],
    [
      'in arrays beside one another',
      { a: { x: [1] }, b: { y: [2] } },
      { a: [{ x: 1 }, {}], b: [{}, { y: 2 }] },
      true,
    ],
    ['in an array in an array', both, { a: [[{ x: 1, y: 2 }]] }, true],
    ['across arrays in an array', both, { a: [[{ x: 1 }], [{ y: 2 }]] }, false],
    [
      'absent in the element that matches',
      { a: { x: [1], y: [{ exists: false }] } },
      { a: [{ x: 1 }, { y: 2 }] },
      true,
    ],
    [
      'present in the element that matches',
      { a: { x: [1], y: [{ exists: false }] } },
      { a: [{ x: 1, y: 2 }] },
      false,
    ],
    [
      'absence is judged in path order',
      { a: { x: [{ exists: false }], y: [2] } },
      { a: [{ x: 1 }, { y: 2 }] },
      false,
    ],
    [
      'exists in some element',
      { a: { id: [{ exists: true }] } },
      { a: [{ k: 1 }, { id: 2 }] },
      true,
    ],
  ])('%s', (_name, pattern, event, matches) => {
    expect(matchesEventPattern(pattern, event)).toBe(matches);
  });
});

describe('large events', () => {
  const both = compileEventPattern({ a: { x: [1], y: [2], z: [3] } });

  it.each([
    ['that pass', (i: number) => ({ x: 1, y: 2, z: i % 2 ? 3 : 4 }), true],
    ['that nearly pass', () => ({ x: 1, y: 2, z: 4 }), false],
    ['that pass together only', (i: number) => (i % 2 ? { x: 1 } : { y: 2, z: 3 }), false],
  ])('takes twice the steps for twice the elements %s', (_name, element, matches) => {
    const stepsFor = (length: number) => {
      const event = { a: Array.from({ length }, (_, index) => element(index)) };
      expect(both(event)).toBe(matches);
      return stepsOf(() => both(event));
    };
    expect(stepsFor(2000) / stepsFor(1000)).toBeLessThan(2.1);
  });

  it('is not stopped by depth', () => {
    let deep: unknown = { x: 1, y: 2, z: 3 };
    for (let i = 0; i < 20_000; i++) deep = [deep];
    expect(both({ a: deep, b: deep })).toBe(true);
  });
});
