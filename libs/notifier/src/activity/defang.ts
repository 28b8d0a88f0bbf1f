/** Characters of a text from an event; what is longer ends in a visible mark. */
const maxLength = 300;
const cutMark = ' [cut]';

/** Control, bidirectional, zero-width, blank, surrogate, private and unassigned characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]+/gu;
/** Marks that pile up on a letter until they cover the lines around it. */
const piledMarks = /(\p{M}{2})\p{M}+/gu;
/** What mail clients turn into links though no `//` follows. */
const activeScheme =
  /\b(callto|data|facetime|file|geo|javascript|magnet|mailto|skype|sms|sips?|tel|vbscript|xmpp):/gi;
/** The dots of a host name, also the ideographic ones that browsers take for dots. */
const hostDot = /(?<=[\p{L}\p{N}\p{M}_-])[.\u3002\uFF0E\uFF61](?=\p{L}[\p{L}\p{N}\p{M}-])/gu;
const entity = /&(?=#?\w{1,32};)/g;

/**
 * Text from an event, such that no mail client, chat or terminal makes anything of it: no control
 * or bidirectional characters, line breaks, links, mentions or mark-up. It stays readable, on one
 * line, at most 300 characters or `limit`. Harmless text stays as it is when made harmless again.
 *
 * @example
 * defang('see https://www.example.com\n@here') // 'see https[:]//www[.]example[.]com\uFFFD[at]here'
 */
export function defang(text: string, limit = maxLength): string {
  const short = text.slice(0, limit * 4);
  const safe = short
    .replace(invisible, '\uFFFD')
    .replace(piledMarks, '$1')
    .replaceAll('://', '[:]//')
    .replace(activeScheme, '$1[:]')
    .replace(hostDot, '[.]')
    .replace(/[@\uFE6B\uFF20]/g, '[at]')
    .replace(/</g, '\u2039')
    .replace(/>/g, '\u203A')
    .replace(/`/g, "'")
    .replace(entity, '\uFF06')
    .replace(/\\{2,}/g, '\\') // file shares: \\host\path
    .trim();
  return safe.length > limit || short.length < text.length
    ? wellFormed(safe.slice(0, limit - cutMark.length)) + cutMark
    : safe;
}

/** Text without half of a surrogate pair at its end. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Harmless text with its dots, colons and at signs as they were, for where nothing is made of them.
 * Control characters, brackets and backticks stay away.
 */
export function asWritten(safe: string): string {
  return safe.replaceAll('[.]', '.').replaceAll('[:]', ':').replaceAll('[at]', '@');
}
