import { describe, refuse } from '../json/errors.ts';
import { isJsonObject, isLeafValue } from '../json/json.ts';
import { valueTest, type LeafTest } from './leaf-test.ts';
import { anythingButTest } from './anything-but.ts';
import { cidrTest } from './cidr.ts';
import { exactTest } from './exact.ts';
import { numericTest } from './numeric.ts';
import { singleOperator } from './single-operator.ts';
import { equalsIgnoreCaseTest, exactlyTest, prefixTest, suffixTest, wildcardTest } from './text.ts';

const operators: ReadonlyMap<string, (operand: unknown, at: string) => LeafTest> = new Map([
  ['anything-but', anythingButTest],
  ['cidr', cidrTest],
  ['equals-ignore-case', equalsIgnoreCaseTest],
  ['exactly', exactlyTest],
  ['exists', existsTest],
  ['numeric', numericTest],
  ['prefix', prefixTest],
  ['suffix', suffixTest],
  ['wildcard', wildcardTest],
]);

/** Reads one entry of a pattern's array: a plain value or an object with one operator. */
export function parseTest(entry: unknown, at: string): LeafTest {
  if (isLeafValue(entry)) return exactTest(entry);
  if (!isJsonObject(entry)) {
    refuse(at, 'a string, number, boolean, null or operator', describe(entry));
  }
  const [operator, operand] = singleOperator(entry, at);
  const parse = operators.get(operator);
  if (parse === undefined) {
    refuse(at, `one of ${[...operators.keys()].join(', ')}`, `the operator "${operator}"`);
  }
  return parse(operand, `${at}.${operator}`);
}

function existsTest(operand: unknown, at: string): LeafTest {
  if (typeof operand !== 'boolean') refuse(at, 'true or false', describe(operand));
  return operand ? valueTest(() => true) : { kind: 'absence' };
}
