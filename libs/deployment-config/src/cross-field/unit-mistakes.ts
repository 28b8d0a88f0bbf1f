import { formatValue, type Mistake } from '../problems/problems.ts';
import type { ReadableConfig } from './readable-config.ts';

/** Places of the organization that say less, or other, than they seem to. */
export function unitMistakes({ organizationalUnits = [] }: ReadableConfig): readonly Mistake[] {
  return [...repeated(organizationalUnits), ...ofSeveralRoots(organizationalUnits)];
}

function repeated(units: readonly string[]): Mistake[] {
  const root = units.find((unit) => unit.startsWith('r-'));
  return units.flatMap((unit, index) => {
    const path = ['organizationalUnits', index];
    const first = units.indexOf(unit);
    if (first !== index) {
      return [{ path, found: `the same as organizationalUnits[${first}]`, wanted: 'each once' }];
    }
    if (root === undefined || unit.startsWith('r-')) return [];
    const found = `${formatValue(unit)} beside the root ${formatValue(root)}`;
    return [{ path, found, wanted: 'either the root, which is every unit, or units without it' }];
  });
}

/** The ID of a unit begins with that of its root, and an organization has one root. */
function ofSeveralRoots(units: readonly string[]): Mistake[] {
  const [firstRoot] = units.flatMap(rootOf);
  return units.flatMap((unit, index) => {
    const [root] = rootOf(unit);
    if (root === undefined || root === firstRoot) return [];
    return [
      {
        path: ['organizationalUnits', index],
        found: `${formatValue(unit)}, which is under another root than ${formatValue(units[0])}`,
        wanted: 'units of one organization',
      },
    ];
  });
}

function rootOf(unit: string): readonly string[] {
  const root = /^(?:r|ou)-([0-9a-z]+)/.exec(unit)?.[1];
  return root === undefined ? [] : [root];
}
