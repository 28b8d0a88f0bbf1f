import type { Alternative, Field } from './expand.ts';

/** The fields of an alternative in the order in which EventBridge compares them: by path. */
export function sortedFields(alternative: Alternative): readonly (readonly [string, Field])[] {
  return [...alternative].sort(([a], [b]) => (a < b ? -1 : 1));
}
