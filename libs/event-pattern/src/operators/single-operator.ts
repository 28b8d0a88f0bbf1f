import { describe, refuse } from '../json/errors.ts';
import { isJsonObject, type JsonObject } from '../json/json.ts';

/** The only key of an operator object such as `{"prefix": "a"}`, and its operand. */
export function singleOperator(node: JsonObject, at: string): readonly [string, unknown] {
  const entries = Object.entries(node);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    const found = entry === undefined ? 'none' : entries.map(([key]) => key).join(', ');
    refuse(at, 'an object with exactly one operator', found);
  }
  return entry;
}

export function stringOperand(operand: unknown, at: string): string {
  if (typeof operand !== 'string') refuse(at, 'a string', describe(operand));
  return operand;
}

/** The operand of prefix or suffix: a text, or `{"equals-ignore-case": text}`. */
export function affixOperand(operand: unknown, at: string): { text: string; anyCase: boolean } {
  if (!isJsonObject(operand)) return { text: stringOperand(operand, at), anyCase: false };
  const [operator, text] = singleOperator(operand, at);
  if (operator !== 'equals-ignore-case') {
    refuse(at, 'a string or an equals-ignore-case object', `the operator "${operator}"`);
  }
  return { text: stringOperand(text, `${at}.${operator}`), anyCase: true };
}
