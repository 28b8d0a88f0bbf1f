import { validateEventPattern } from './compile.ts';
import { InvalidEventPatternError } from './json/errors.ts';
import { isJsonArray, isJsonObject, joinPath } from './json/json.ts';

/** The quota of an event pattern, in characters. */
const maxPatternLength = 2048;

/**
 * What EventBridge refuses in a pattern, or may refuse. Sources contradict each other on a `$or` with
 * other fields beside it: the open-source matcher takes it, deployments report that `PutRule` does not
 * ("Unrecognized match type"). A `$or` that is alone in its object is taken by both.
 *
 * @returns a sentence each, with the place; none for a pattern that every reading accepts
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export function patternAmbiguities(pattern: unknown): readonly string[] {
  const { length } = JSON.stringify(pattern) ?? '';
  const long =
    length < maxPatternLength
      ? []
      : [`the pattern has ${length} characters; less than ${maxPatternLength} are wanted`];
  return [...refusals(pattern), ...crowdedOrs(pattern, undefined), ...long];
}

function refusals(pattern: unknown): readonly string[] {
  try {
    validateEventPattern(pattern);
    return [];
  } catch (error) {
    if (error instanceof InvalidEventPatternError) return [error.message];
    throw error;
  }
}

function crowdedOrs(value: unknown, path: string | undefined): readonly string[] {
  if (isJsonArray(value)) {
    return value.flatMap((entry, index) => crowdedOrs(entry, `${path ?? ''}[${index}]`));
  }
  if (!isJsonObject(value)) return [];
  const fields = Object.keys(value);
  const beside = fields.filter((field) => field !== '$or').map((field) => `"${field}"`);
  const own =
    fields.includes('$or') && beside.length > 0
      ? [
          `${joinPath(path, '$or')} stands beside ${beside.join(', ')}; it must be alone in its object`,
        ]
      : [];
  return [...own, ...fields.flatMap((field) => crowdedOrs(value[field], joinPath(path, field)))];
}
