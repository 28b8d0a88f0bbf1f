type Method = (this: unknown, ...given: unknown[]) => unknown;

const one = () => 1;
const length = (of: unknown) => Object(of).length;

interface Counted {
  /** The prototype that has the methods. */
  readonly of: object;
  readonly names: readonly PropertyKey[];
  /** How many steps a call counts. */
  readonly weight: (self: unknown) => number;
}

/** The built-in methods that matching is made of. */
const counted: readonly Counted[] = [
  { of: Map.prototype, names: ['get', 'set', 'has'], weight: one },
  { of: Set.prototype, names: ['add', 'has'], weight: one },
  // What for-of, spread and the constructors of maps take their elements from.
  ...[new Map(), new Set(), []].map((each) => ({
    of: Object.getPrototypeOf(each.values()),
    names: ['next'],
    weight: one,
  })),
  { of: Array.prototype, names: ['push', 'pop'], weight: one },
  {
    of: Array.prototype,
    names: ['every', 'filter', 'find', 'forEach', 'includes', 'indexOf', 'map', 'some', 'sort'],
    weight: length,
  },
  {
    of: String.prototype,
    names: ['endsWith', 'indexOf', 'slice', 'startsWith', 'substring'],
    weight: one,
  },
];

/** Work that takes more is stopped: it may well take for ever. */
const maxSteps = 10_000_000;

/**
 * Counts the steps of some work that ends before it returns: calls of the built-in methods that
 * matching is made of. A measure of effort that is the same on every machine, however busy.
 *
 * @throws Error for work without any, which is made of something else, and for work without end
 */
export function stepsOf(work: () => void): number {
  let steps = 0;
  let total = 0;
  const methods = counted.flatMap(({ of, names, weight }) =>
    names.map((name) => ({ of, name, weight, original: Reflect.get(of, name) as Method })),
  );
  for (const { of, name, weight, original } of methods) {
    const counting: Method = function (...given) {
      steps += weight(this);
      if (steps > maxSteps) throw new Error(`more than ${maxSteps} steps`);
      return Reflect.apply(original, this, given);
    };
    Reflect.set(of, name, counting);
  }
  steps = 0;
  try {
    work();
  } finally {
    total = steps;
    // What restores the methods calls them too.
    steps = -Infinity;
    for (const { of, name, original } of methods) Reflect.set(of, name, original);
  }
  if (total === 0) throw new Error('no steps were counted');
  return total;
}
