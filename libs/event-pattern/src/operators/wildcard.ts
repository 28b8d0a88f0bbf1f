import { refuse } from '../json/errors.ts';

/**
 * Splits a wildcard text at its stars and resolves the escapes `\*` and `\\`.
 * Throws InvalidEventPatternError for `**` and for any other use of a backslash.
 */
export function wildcardSegments(pattern: string, at: string): readonly string[] {
  const segments: string[] = [];
  let segment = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (character === '*') {
      if (next === '*') refuse(at, 'a wildcard without consecutive stars', `"**" at ${i}`);
      segments.push(segment);
      segment = '';
    } else if (character === '\\') {
      if (next !== '*' && next !== '\\') {
        refuse(at, String.raw`a wildcard with only the escapes \* and \\`, `a backslash at ${i}`);
      }
      segment += next;
      i++;
    } else {
      segment += character;
    }
  }
  return [...segments, segment];
}

/**
 * Whether the text is the segments in order with anything between them. The leftmost place of each
 * inner segment is always good enough, so there is nothing to go back to.
 */
export function matchesSegments(segments: readonly string[], text: string): boolean {
  const [first = '', ...rest] = segments;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const segment of rest) {
    const found = text.indexOf(segment, position);
    if (found === -1) return false;
    position = found + segment.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}
