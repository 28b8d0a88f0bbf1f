import type { ConfigText, FieldPart } from './config-text.ts';
import type { Problem } from './errors.ts';
import { fieldName, type FieldPath } from './field-path.ts';

/** A problem that does not know yet where in the file it is. */
export interface Mistake {
  readonly path: FieldPath;
  /** What to point at; the value unless the name itself is wrong. */
  readonly part?: FieldPart;
  readonly found: string;
  readonly wanted: string;
}

/**
 * Mistakes with their places, in the order of the file. One a field: the first says what is wrong,
 * more would only say it again.
 */
export function problemsAt(mistakes: readonly Mistake[], text: ConfigText): readonly Problem[] {
  return mistakes
    .map(({ path, part, found, wanted }) => ({
      ...{ field: fieldName(path), place: text.placeOf(path, part), found, wanted },
    }))
    .filter(({ field }, index, all) => all.findIndex((other) => other.field === field) === index)
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}
