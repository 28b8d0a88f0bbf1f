import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant; undefined where none is like it. */
export function closestMatch(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word, [...known]);
  const changes = distance(word, candidate);
  // Where every letter would change, nothing is alike.
  const isLike = changes <= Math.max(2, word.length / 2) && changes < word.length;
  return isLike ? candidate : undefined;
}
