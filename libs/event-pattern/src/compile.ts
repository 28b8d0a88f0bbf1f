import { describe, refuse } from './json/errors.ts';
import { eventLeaves, wantedPaths } from './event-leaves.ts';
import { expandPattern, sortedFields } from './expand.ts';
import { isJsonObject } from './json/json.ts';
import { matchesFields } from './match.ts';
import { refuseComplexWildcards } from './refuse-complex-wildcards.ts';

/** Tells whether an event matches; never throws. */
export type EventMatcher = (event: unknown) => boolean;

/**
 * Compiles an event pattern of an EventBridge rule, to be matched against many events.
 *
 * @param pattern the pattern as an object, or its JSON text
 * @throws InvalidEventPatternError when EventBridge would refuse the pattern
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 *
 * @example
 * const isRoot = compileEventPattern({ detail: { userIdentity: { type: ['Root'] } } });
 * isRoot({ detail: { userIdentity: { type: 'Root' } } }); // true
 */
export function compileEventPattern(pattern: unknown): EventMatcher {
  const root = typeof pattern === 'string' ? parseJson(pattern) : pattern;
  if (!isJsonObject(root)) refuse('', 'a JSON object', describe(root));
  const expanded = expandPattern(root);
  refuseComplexWildcards(expanded);
  const alternatives = expanded.map(sortedFields);
  const wanted = wantedPaths(alternatives.flatMap((fields) => fields.map(([path]) => path)));
  return (event) => {
    if (!isJsonObject(event)) return false;
    const leaves = eventLeaves(event, wanted);
    return alternatives.some((fields) => matchesFields(fields, leaves));
  };
}

/**
 * Throws InvalidEventPatternError when EventBridge would refuse the pattern, an object or JSON text.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
 */
export function validateEventPattern(pattern: unknown): void {
  compileEventPattern(pattern);
}

/**
 * Whether a rule with this pattern on a Classic event bus would pick up the event.
 *
 * @param pattern the pattern as an object, or its JSON text
 * @param event the whole event, envelope included; what is no object never matches
 * @throws InvalidEventPatternError when EventBridge would refuse the pattern
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matchesEventPattern(pattern: unknown, event: unknown): boolean {
  return compileEventPattern(pattern)(event);
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (cause) {
    return refuse('', 'a JSON object', 'text that is not JSON', { cause });
  }
}
