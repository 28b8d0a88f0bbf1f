import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean X?` for the candidate that is like `found`, or nothing when none is. */
export function didYouMean(found: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = closest(found, [...candidates]);
  const alike = distance(found, nearest) <= Math.max(2, Math.ceil(nearest.length / 2));
  return alike ? `; did you mean ${nearest}?` : '';
}

/** The candidate that is most like `found`, however little. */
export function nearest(found: string, candidates: readonly string[]): string {
  return closest(found, [...candidates]);
}
