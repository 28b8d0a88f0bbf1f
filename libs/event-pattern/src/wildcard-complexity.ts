import { wildcardSegments } from './operators/wildcard.ts';

/** A star in the token list of a wildcard; every other token is one character. */
const star = Symbol('*');

/** A place in a wildcard, reached when the token before it is read. */
interface Step {
  readonly token: string | typeof star;
  readonly next: Step | undefined;
  /** Steps with one weight count once: the lists of an anything-but share their beginnings. */
  readonly weight: string;
}

const maxVisited = 5000;

/**
 * How many places in the wildcards of one field can be current at once, over all possible texts:
 * the measure by which EventBridge refuses a rule as too complex. Stops counting above the limit.
 *
 * @param groups the wildcards of each test; those of one anything-but list belong together
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function wildcardComplexity(groups: readonly (readonly string[])[], limit: number): number {
  const starts = groups.flatMap((texts, group) =>
    texts.map((text, index) => stepsOf(tokensOf(text), `${group}`, index)),
  );
  const characters = new Set(starts.flatMap((start) => [...literalsAfter(start)]));
  const pending = [closed(starts)];
  const visited = new Set<string>();
  const ids = new Map<Step, number>();
  let highest = 0;
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    highest = Math.max(highest, new Set([...current].map((step) => step.weight)).size);
    if (highest > limit || visited.size > maxVisited) return highest;
    for (const character of [undefined, ...characters]) {
      const after = closed(advance(current, character));
      const key = [...after]
        .map((step) => idOf(step, ids))
        .sort()
        .join();
      if (after.size > 0 && !visited.has(key)) pending.push(after);
      visited.add(key);
    }
  }
  return highest;
}

/** EventBridge compares texts with their quotation marks, and counts these. */
function tokensOf(text: string): readonly Step['token'][] {
  const inner = wildcardSegments(text, '').flatMap((segment): Step['token'][] => [
    ...segment.split(''),
    star,
  ]);
  return ['"', ...inner.slice(0, -1), '"'];
}

function stepsOf(tokens: readonly Step['token'][], group: string, index: number): Step {
  const firstStar = tokens.indexOf(star);
  let next: Step | undefined;
  for (let i = tokens.length - 1; i > 0; i--) {
    const place = i <= firstStar ? JSON.stringify(tokens.slice(1, i)) : `${index} ${i}`;
    const weight = `${group} ${next === undefined ? 'end' : `${String(tokens[i])}${place}`}`;
    next = { token: tokens[i] ?? star, next, weight };
  }
  return { token: '"', next, weight: `${group} start` };
}

function* literalsAfter(start: Step): Iterable<string> {
  for (let step = start.next; step !== undefined; step = step.next) {
    if (step.token !== star) yield step.token;
  }
}

/** Adds the stars that may stand for nothing. */
function closed(steps: Iterable<Step>): ReadonlySet<Step> {
  const all = new Set(steps);
  for (const step of [...all]) if (step.next?.token === star) all.add(step.next);
  return all;
}

function* advance(current: ReadonlySet<Step>, character: string | undefined): Iterable<Step> {
  for (const step of current) {
    if (step.token === star) yield step;
    if (step.next !== undefined && step.next.token === character) yield step.next;
  }
}

function idOf(step: Step, ids: Map<Step, number>): number {
  const id = ids.get(step) ?? ids.size;
  ids.set(step, id);
  return id;
}
