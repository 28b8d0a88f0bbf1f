import { textTest, type ValueTest } from './leaf-test.ts';
import { ignoreCase } from './ignore-case.ts';
import { affixOperand, stringOperand } from './single-operator.ts';
import { matchesSegments, wildcardSegments } from './wildcard.ts';

/** `{"prefix": "a"}` or `{"prefix": {"equals-ignore-case": "a"}}`. */
export function prefixTest(operand: unknown, at: string): ValueTest {
  const { text: prefix, anyCase } = affixOperand(operand, at);
  return textTest(anyCase ? ignoreCase(prefix).startsWhole : (text) => text.startsWith(prefix));
}

/** `{"suffix": "a"}` or `{"suffix": {"equals-ignore-case": "a"}}`. */
export function suffixTest(operand: unknown, at: string): ValueTest {
  const { text: suffix, anyCase } = affixOperand(operand, at);
  return textTest(anyCase ? ignoreCase(suffix).endsWhole : (text) => text.endsWith(suffix));
}

/** `{"equals-ignore-case": "a"}`. */
export function equalsIgnoreCaseTest(operand: unknown, at: string): ValueTest {
  return textTest(ignoreCase(stringOperand(operand, at)).equals);
}

/** `{"wildcard": "a*b"}`. */
export function wildcardTest(operand: unknown, at: string): ValueTest {
  const pattern = stringOperand(operand, at);
  const segments = wildcardSegments(pattern, at);
  return textTest((text) => matchesSegments(segments, text), [pattern]);
}

/** `{"exactly": "a"}`: accepted by EventBridge, though the user guide does not list it. */
export function exactlyTest(operand: unknown, at: string): ValueTest {
  const expected = stringOperand(operand, at);
  return textTest((text) => text === expected);
}
