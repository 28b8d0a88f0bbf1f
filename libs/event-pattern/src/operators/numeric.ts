import { describe, refuse } from '../json/errors.ts';
import { isJsonArray } from '../json/json.ts';
import { valueTest, type ValueTest } from './leaf-test.ts';

/** The bounds that the user guide gives for numeric matching. */
const limit = 5e9;

const comparisons: ReadonlyMap<unknown, (value: number, bound: number) => boolean> = new Map([
  ['=', (value: number, bound: number) => value === bound],
  ['<', (value: number, bound: number) => value < bound],
  ['<=', (value: number, bound: number) => value <= bound],
  ['>', (value: number, bound: number) => value > bound],
  ['>=', (value: number, bound: number) => value >= bound],
]);

/**
 * `{"numeric": [">", 0, "<=", 5]}`: one comparison, or a lower bound followed by a higher one.
 */
export function numericTest(operand: unknown, at: string): ValueTest {
  if (!isJsonArray(operand)) {
    refuse(at, 'an array of operators and numbers', describe(operand));
  }
  if (operand.length !== 2 && operand.length !== 4) {
    refuse(at, 'one comparison or a lower and an upper bound', `${operand.length} elements`);
  }
  const low = comparison(operand[0], operand[1], at);
  if (operand.length === 2) {
    return valueTest((value) => typeof value === 'number' && low.holds(value));
  }
  const high = comparison(operand[2], operand[3], at);
  if (!low.operator.startsWith('>') || !high.operator.startsWith('<')) {
    refuse(
      at,
      'a lower bound (> or >=) and then an upper bound (< or <=)',
      `${low.operator} and then ${high.operator}`,
    );
  }
  if (low.bound >= high.bound) {
    refuse(at, 'a range whose lower bound is below its upper bound', 'them equal or swapped');
  }
  return valueTest((value) => typeof value === 'number' && low.holds(value) && high.holds(value));
}

function comparison(operator: unknown, bound: unknown, at: string) {
  const compare = comparisons.get(operator);
  if (compare === undefined || typeof operator !== 'string') {
    refuse(at, 'a comparison with =, <, <=, > or >=', describe(operator));
  }
  if (typeof bound !== 'number' || !(Math.abs(bound) <= limit)) {
    refuse(at, `a comparison with a number from -${limit} to ${limit}`, describe(bound));
  }
  return { operator, bound, holds: (value: number) => compare(value, bound) };
}
