import { describe, expect, it } from 'vitest';
import { compileEventPattern, matchesEventPattern } from './index.ts';

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

  it('takes no more than linear time for many elements', () => {
    const elements = Array.from({ length: 50_000 }, (_, i) => ({ x: 1, y: 2, z: i % 2 ? 3 : 4 }));
    const started = performance.now();
    expect(both({ a: elements })).toBe(true);
    expect(both({ a: elements.map((element) => ({ ...element, z: 4 })) })).toBe(false);
    expect(both({ a: elements.map(({ x, y }, i) => (i % 2 ? { x } : { y, z: 3 })) })).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('is not stopped by depth', () => {
    let deep: unknown = { x: 1, y: 2, z: 3 };
    for (let i = 0; i < 20_000; i++) deep = [deep];
    expect(both({ a: deep, b: deep })).toBe(true);
  });
});
