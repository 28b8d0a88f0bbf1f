/** Condition keys of one request, in lower case. A key that is here but undefined is absent from the request. */
export type RequestContext = Readonly<Record<string, string | undefined>>;

type Compare = (actual: string, wanted: string) => boolean;

const equalText: Compare = (actual, wanted) => actual === wanted;
const likeText: Compare = (actual, wanted) => wildcard(wanted).test(actual);
const sameIgnoringCase: Compare = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const negated =
  (compare: Compare): Compare =>
  (actual, wanted) =>
    !compare(actual, wanted);

/** `*` and `?` count in each of the six parts of an ARN, in both ArnEquals and ArnLike. */
const likeArn: Compare = (actual, wanted) => {
  const [have, want] = [arnParts(actual), arnParts(wanted)];
  return want.length === 6 && want.every((part, i) => wildcard(part).test(have[i] ?? ''));
};

interface Operator {
  readonly compare: Compare;
  /** A negated operator wants that none of the values fits, and holds for an absent key. */
  readonly negated?: true;
}

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { compare: equalText },
  StringNotEquals: { compare: negated(equalText), negated: true },
  StringEqualsIgnoreCase: { compare: sameIgnoringCase },
  StringLike: { compare: likeText },
  StringNotLike: { compare: negated(likeText), negated: true },
  ArnEquals: { compare: likeArn },
  ArnLike: { compare: likeArn },
  ArnNotEquals: { compare: negated(likeArn), negated: true },
  ArnNotLike: { compare: negated(likeArn), negated: true },
  Bool: { compare: sameIgnoringCase },
};

export type ConditionResult =
  | { readonly met: true }
  /** `unknown`: the simulation cannot tell, so whoever asks must choose the safe side. */
  | { readonly met: false | 'unknown'; readonly why: string };

/**
 * Whether every operator and key of a statement's `Condition` holds for a request.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function evaluateCondition(
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | undefined,
  context: RequestContext,
): ConditionResult {
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    for (const [key, wanted] of Object.entries(keys)) {
      const result = evaluateKey(operator, key, wanted, context);
      if (result.met !== true) return result;
    }
  }
  return { met: true };
}

function evaluateKey(
  operatorName: string,
  key: string,
  wanted: readonly string[],
  context: RequestContext,
): ConditionResult {
  const actual = context[key.toLowerCase()];
  const known = key.toLowerCase() in context;
  if (!known) return { met: 'unknown', why: `the simulation does not know condition key ${key}` };
  if (operatorName === 'Null') return nullTest(key, wanted, actual);
  const ifExists = operatorName.endsWith('IfExists');
  const operator = operators[ifExists ? operatorName.slice(0, -'IfExists'.length) : operatorName];
  if (operator === undefined) {
    return {
      met: 'unknown',
      why: `the simulation does not know condition operator ${operatorName}`,
    };
  }
  const wants = `${operatorName} wants ${key} ${wanted.join(' or ')}`;
  if (actual === undefined) {
    const met = ifExists || operator.negated === true;
    return met ? { met } : { met, why: `${wants}, the request has none` };
  }
  const fits = operator.negated
    ? wanted.every((value) => operator.compare(actual, value))
    : wanted.some((value) => operator.compare(actual, value));
  return fits ? { met: true } : { met: false, why: `${wants}, the request has ${actual}` };
}

function nullTest(
  key: string,
  wanted: readonly string[],
  actual: string | undefined,
): ConditionResult {
  const met = wanted.includes(String(actual === undefined));
  return met
    ? { met }
    : { met, why: `Null wants ${key} ${wanted.join(' or ')}, the request has ${actual ?? 'none'}` };
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

const compiled = new Map<string, RegExp>();

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function wildcard(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  compiled.set(pattern, made);
  return made;
}
