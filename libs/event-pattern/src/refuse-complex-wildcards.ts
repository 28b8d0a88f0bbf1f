import { refuse } from './json/errors.ts';
import { sortedFields, type Alternative, type Field } from './expand.ts';
import { wildcardComplexity } from './wildcard-complexity.ts';

/** EventBridge does not document its limit; this one fits the refusals that AWS users report. */
const maxComplexity = 10;

/**
 * Throws when a field's wildcards are too complex together. EventBridge compares a path once for
 * all alternatives that ask the same of the paths before it, so their wildcards add up.
 */
export function refuseComplexWildcards(alternatives: readonly Alternative[]): void {
  const machines = new Map<string, { path: string; wildcards: Map<string, readonly string[]> }>();
  for (const alternative of alternatives) {
    if (![...alternative.values()].some(hasWildcard)) continue;
    let before = '';
    for (const [path, field] of sortedFields(alternative)) {
      const key = JSON.stringify([before, path]);
      const machine = machines.get(key) ?? { path, wildcards: new Map() };
      machines.set(key, machine);
      field.tests.forEach((test, index) => {
        if (test.kind !== 'value' || test.wildcards.length === 0) return;
        machine.wildcards.set(field.sources[index] ?? '', [...new Set(test.wildcards)]);
      });
      // What follows a field that is only asked to be absent is not counted by EventBridge.
      if (field.tests.every((test) => test.kind === 'absence')) break;
      before = JSON.stringify([before, path, field.sources]);
    }
  }
  for (const { path, wildcards } of machines.values()) {
    if (wildcardComplexity([...wildcards.values()], maxComplexity) > maxComplexity) {
      refuse(path, 'less complex: fewer wildcards or less repetition after a star', 'too many');
    }
  }
}

function hasWildcard(field: Field): boolean {
  return field.tests.some((test) => test.kind === 'value' && test.wildcards.length > 0);
}
