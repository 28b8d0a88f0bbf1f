/** Where and why a text is no JSON, without quoting it. */
export function jsonProblem(text: string): string {
  const error = parseError(text);
  const position = /position (\d+)/.exec(error)?.[1];
  const offset = position === undefined ? offsetByKind(text, error) : Number(position);
  const before = text.slice(0, offset).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return offset >= text.trimEnd().length
    ? `it ends too early, at ${place}`
    : `unexpected text at ${place}`;
}

function parseError(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

/** Newer engines quote what they met instead of giving its position. */
function offsetByKind(text: string, error: string): number {
  if (error.includes('end of JSON input')) return text.length;
  const met = /^Unexpected token '?(.+?)'?, /s.exec(error)?.[1];
  const start = text.search(/\S/);
  if (met !== undefined && text[start] === met) return start;
  const quoted = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(error)?.[1];
  const around = quoted === undefined ? -1 : text.indexOf(quoted);
  const inside = met === undefined ? -1 : text.indexOf(met, Math.max(0, around));
  return Math.max(0, inside);
}
