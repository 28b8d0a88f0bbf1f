import { describe, refuse } from '../json/errors.ts';
import { isJsonArray, isJsonObject } from '../json/json.ts';
import { valueTest, type ValueTest } from './leaf-test.ts';
import { singleOperator, stringOperand } from './single-operator.ts';
import { equalsIgnoreCaseTest, prefixTest, suffixTest, wildcardTest } from './text.ts';

const negatable: ReadonlyMap<string, (operand: unknown, at: string) => ValueTest> = new Map([
  ['prefix', prefixTest],
  ['suffix', suffixTest],
  ['equals-ignore-case', equalsIgnoreCaseTest],
  ['wildcard', wildcardTest],
]);

/**
 * `{"anything-but": …}` with a string, a number, a list of either, or one negatable operator over a
 * string or a list of strings. It asks for a value: a missing field does not match, null does.
 */
export function anythingButTest(operand: unknown, at: string): ValueTest {
  if (isJsonObject(operand)) return negatedOperatorTest(...singleOperator(operand, at), at);
  const excluded = nonEmptyList(operand, at);
  const [first] = excluded;
  if (typeof first !== 'string' && typeof first !== 'number') {
    refuse(at, 'a string, a number or a list of them', describe(first));
  }
  const misfit = excluded.find((value) => typeof value !== typeof first);
  if (misfit !== undefined) {
    refuse(at, 'a list of only strings or only numbers', `also ${describe(misfit)}`);
  }
  const infinite = excluded.find((value) => typeof value === 'number' && !Number.isFinite(value));
  if (infinite !== undefined) refuse(at, 'a number of double precision', describe(infinite));
  const values = new Set<unknown>(excluded);
  return valueTest((value) => !values.has(value));
}

function negatedOperatorTest(operator: string, operand: unknown, at: string): ValueTest {
  const parse = negatable.get(operator);
  if (parse === undefined) {
    refuse(at, `one of ${[...negatable.keys()].join(', ')}`, `the operator "${operator}"`);
  }
  const place = `${at}.${operator}`;
  const tests = nonEmptyList(operand, place).map((entry) => {
    // Nothing is left to match when every text begins or ends with the empty text.
    if (stringOperand(entry, place) === '' && (operator === 'prefix' || operator === 'suffix')) {
      refuse(place, 'a text', 'an empty string');
    }
    return parse(entry, place);
  });
  return valueTest(
    (value) => !tests.some((test) => test.matches(value)),
    tests.flatMap((test) => test.wildcards),
  );
}

function nonEmptyList(operand: unknown, at: string): readonly unknown[] {
  if (!isJsonArray(operand)) return [operand];
  if (operand.length === 0) refuse(at, 'at least one value', 'an empty array');
  return operand;
}
