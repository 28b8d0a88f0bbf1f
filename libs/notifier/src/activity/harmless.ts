/** Longest text from an event that is shown; the rest is replaced by a visible mark. */
const longestShown = 300;
const cutMark = ' [cut]';

/** Control, format (bidirectional, zero-width), surrogate, private and unassigned characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]+/gu;
const scheme = /([a-z][a-z0-9+.-]*):\/\//gi;
const activeScheme = /\b(javascript|data|vbscript|mailto|tel|file):/gi;
const hostName = /((?:[\p{L}\p{N}-]+\.)+)(\p{L}[\p{L}\p{N}-]+)/gu;

/**
 * Text from an event, such that no mail client, chat or terminal makes anything of it: no control
 * or bidirectional characters, line breaks, links, mentions or mark-up. It stays readable, on one
 * line, at most 300 characters. Harmless text stays as it is when made harmless again.
 *
 * @example
 * harmless('see https://example.com\n@here') // 'see https[:]//example[.]com\uFFFD[at]here'
 */
export function harmless(text: string): string {
  const short = text.length > longestShown * 4 ? text.slice(0, longestShown * 4) : text;
  const safe = short
    .replace(invisible, '\uFFFD')
    .replace(scheme, '$1[:]//')
    .replace(activeScheme, '$1[:]')
    .replace(hostName, (_, labels: string, top: string) => `${labels.slice(0, -1)}[.]${top}`)
    .replace(/@/g, '[at]')
    .replace(/</g, '\u2039')
    .replace(/>/g, '\u203A')
    .trim();
  return safe.length > longestShown || short.length < text.length
    ? wellFormed(safe.slice(0, longestShown - cutMark.length)) + cutMark
    : safe;
}

/** Text without half of a surrogate pair at its end. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
