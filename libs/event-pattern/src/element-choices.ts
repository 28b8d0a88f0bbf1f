import type { Membership } from './event-leaves.ts';

/** The element chosen so far in each array. */
export type Choice = ReadonlyMap<number, number>;

interface Branch {
  /** Some value needs no further choice than the ones on the way here. */
  complete: boolean;
  readonly arrays: Map<number, Map<number, Branch>>;
}

/** The memberships of one field's values, to be looked up by the elements already chosen. */
export interface ElementChoices {
  extend(choice: Choice): Iterable<Choice>;
  allows(choice: Choice): boolean;
}

/** Indexes memberships, outermost array first; arrays that are not in `shared` do not matter. */
export function elementChoices(
  memberships: Iterable<Membership | undefined>,
  shared: ReadonlySet<number>,
): ElementChoices {
  const root: Branch = { complete: false, arrays: new Map() };
  for (const membership of new Set(memberships)) {
    let branch = root;
    for (const { array, index } of outermostFirst(membership)) {
      if (shared.has(array)) branch = descend(branch, array, index);
    }
    branch.complete = true;
  }
  const extend = (choice: Choice) => extensions(root, choice);
  return { extend, allows: (choice) => !extend(choice)[Symbol.iterator]().next().done };
}

interface Chosen {
  readonly array: number;
  readonly index: number;
  readonly earlier: Chosen | undefined;
}

function* extensions(root: Branch, choice: Choice): Generator<Choice, undefined> {
  const pending: { branch: Branch; chosen: Chosen | undefined }[] = [
    { branch: root, chosen: undefined },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.branch.complete) yield withChosen(choice, next.chosen);
    for (const [array, elements] of next.branch.arrays) {
      const index = choice.get(array);
      if (index !== undefined) {
        const branch = elements.get(index);
        if (branch !== undefined) pending.push({ branch, chosen: next.chosen });
      } else {
        for (const [index, branch] of elements) {
          pending.push({ branch, chosen: { array, index, earlier: next.chosen } });
        }
      }
    }
  }
  return undefined;
}

function withChosen(choice: Choice, chosen: Chosen | undefined): Choice {
  if (chosen === undefined) return choice;
  const extended = new Map(choice);
  for (let one: Chosen | undefined = chosen; one !== undefined; one = one.earlier) {
    extended.set(one.array, one.index);
  }
  return extended;
}

function descend(branch: Branch, array: number, index: number): Branch {
  const elements = branch.arrays.get(array) ?? new Map<number, Branch>();
  branch.arrays.set(array, elements);
  const inner = elements.get(index) ?? { complete: false, arrays: new Map() };
  elements.set(index, inner);
  return inner;
}

export function outermostFirst(membership: Membership | undefined): readonly Membership[] {
  const chain: Membership[] = [];
  for (let current = membership; current !== undefined; current = current.outer) {
    chain.push(current);
  }
  return chain.reverse();
}
