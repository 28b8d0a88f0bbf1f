import { elementChoices, outermostFirst, type Choice } from './element-choices.ts';
import type { Leaf } from './event-leaves.ts';
import type { Field } from './expand.ts';

interface Candidates {
  readonly passing: readonly Leaf[];
  /** All values of the path where their absence would do, else nothing. */
  readonly present: readonly Leaf[] | undefined;
  readonly arrays: ReadonlySet<number>;
}

/**
 * Whether one alternative is fulfilled: every field passes, and fields inside an array of objects
 * pass within one element. Fields are taken by path, so that an absence is judged in the elements
 * that the paths before it chose, as EventBridge does.
 */
export function matchesFields(
  fields: readonly (readonly [string, Field])[],
  leaves: ReadonlyMap<string, readonly Leaf[]>,
): boolean {
  const all: Candidates[] = [];
  for (const [path, field] of fields) {
    const candidates = candidatesFor(field, leaves.get(path) ?? []);
    if (candidates.passing.length === 0 && candidates.present === undefined) return false;
    all.push(candidates);
  }
  const uses = countUses(all);
  const shared = new Set([...uses].filter(([, count]) => count > 1).map(([array]) => array));
  let choices: readonly Choice[] = [new Map()];
  for (const candidates of all) {
    for (const array of candidates.arrays) uses.set(array, (uses.get(array) ?? 0) - 1);
    const next = new Map<string, Choice>();
    for (const choice of extendAll(choices, candidates, shared)) {
      // A choice in an array that no later field touches is settled.
      const open = [...choice].filter(([array]) => uses.get(array)).sort(([a], [b]) => a - b);
      next.set(open.join(';'), new Map(open));
    }
    if (next.size === 0) return false;
    choices = [...next.values()];
  }
  return true;
}

function candidatesFor(field: Field, present: readonly Leaf[]): Candidates {
  const passing = present.filter((leaf) =>
    field.tests.some((test) => test.kind === 'value' && test.matches(leaf.value)),
  );
  const absenceWillDo = field.tests.some((test) => test.kind === 'absence');
  const arrays = new Set<number>();
  for (const membership of new Set((absenceWillDo ? present : passing).map(membershipOf))) {
    for (const { array } of outermostFirst(membership)) arrays.add(array);
  }
  return { passing, present: absenceWillDo ? present : undefined, arrays };
}

function* extendAll(
  choices: readonly Choice[],
  { passing, present }: Candidates,
  shared: ReadonlySet<number>,
): Iterable<Choice> {
  const passingIn = elementChoices(passing.map(membershipOf), shared);
  const presentIn = present && elementChoices(present.map(membershipOf), shared);
  for (const choice of choices) {
    yield* passingIn.extend(choice);
    if (presentIn?.allows(choice) === false) yield choice;
  }
}

function countUses(all: readonly Candidates[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { arrays } of all) {
    for (const array of arrays) uses.set(array, (uses.get(array) ?? 0) + 1);
  }
  return uses;
}

function membershipOf(leaf: Leaf) {
  return leaf.membership;
}
