import {
  isJsonArray,
  isJsonObject,
  isLeafValue,
  joinPath,
  type JsonObject,
  type LeafValue,
} from './json/json.ts';

/** Which element of which array a value sits in, innermost first. */
export interface Membership {
  readonly array: number;
  readonly index: number;
  readonly outer: Membership | undefined;
}

/** A value of the event with the array elements around it. */
export interface Leaf {
  readonly value: LeafValue;
  readonly membership: Membership | undefined;
}

/** The paths that a pattern names, and all paths on the way to them. */
export interface WantedPaths {
  readonly whole: ReadonlySet<string>;
  readonly partial: ReadonlySet<string>;
}

export function wantedPaths(paths: Iterable<string>): WantedPaths {
  const whole = new Set(paths);
  const partial = new Set<string>();
  for (const path of whole) {
    for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
      partial.add(path.slice(0, dot));
    }
  }
  return { whole, partial };
}

/**
 * Collects the values of an event by path; array positions are no part of the path. Objects and
 * empty arrays carry no value. Works off a list, so that depth costs no stack.
 */
export function eventLeaves(event: JsonObject, wanted: WantedPaths): ReadonlyMap<string, Leaf[]> {
  const leaves = new Map<string, Leaf[]>();
  interface Node {
    readonly value: unknown;
    readonly path: string | undefined;
    readonly membership: Membership | undefined;
  }
  const pending: Node[] = [{ value: event, path: undefined, membership: undefined }];
  let arrays = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { value, path, membership } = node;
    if (isJsonArray(value)) {
      const array = arrays++;
      value.forEach((element, index) => {
        // Values directly in an array are alternatives; only what holds fields is an element.
        const inner = isLeafValue(element) ? membership : { array, index, outer: membership };
        pending.push({ value: element, path, membership: inner });
      });
    } else if (isJsonObject(value)) {
      for (const key of Object.keys(value)) {
        const inner = joinPath(path, key);
        if (wanted.whole.has(inner) || wanted.partial.has(inner)) {
          pending.push({ value: value[key], path: inner, membership });
        }
      }
    } else if (isLeafValue(value) && path !== undefined && wanted.whole.has(path)) {
      const known = leaves.get(path);
      if (known === undefined) leaves.set(path, [{ value, membership }]);
      else known.push({ value, membership });
    }
  }
  return leaves;
}
