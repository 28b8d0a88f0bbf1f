import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean X?` for the candidate that is like `found`, or nothing when none is. */
export function didYouMean(found: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = closest(found, [...candidates]);
  return alike(found, nearest) ? `; did you mean ${nearest}?` : '';
}

/** Whether `candidate` may be meant where `found` was written. */
export function alike(found: string, candidate: string): boolean {
  return distance(found, candidate) <= Math.max(2, Math.ceil(candidate.length / 2));
}

/** The candidate that is most like `found`, however little. */
export function nearest(found: string, candidates: readonly string[]): string {
  return closest(found, [...candidates]);
}
