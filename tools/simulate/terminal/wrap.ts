const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{Mn}|\p{Me}/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/**
 * Breaks a line at spaces into lines of at most `columns`; what is longer than a line breaks
 * anywhere. Later lines are indented as the first one is, list marks included.
 */
export function wrapLine(line: string, columns: number): readonly string[] {
  if (widthOf(line) <= columns) return [line];
  const hang = /^\s*(?:\d+\.\s+|[-*•]\s+|[A-Z][\w ]{0,14}:\s{2,})?/.exec(line)?.[0].length ?? 0;
  const indent = ' '.repeat(hang < columns / 2 ? hang : 0);
  const lines: string[] = [];
  let current = line.slice(0, hang);
  let empty = true;
  for (const word of line.slice(hang).split(' ')) {
    const joined = empty ? current + word : `${current} ${word}`;
    if (widthOf(joined) <= columns) {
      current = joined;
    } else {
      if (!empty) lines.push(current);
      const pieces = cutWord((empty ? current : indent) + word, columns, indent);
      lines.push(...pieces.slice(0, -1));
      current = pieces.at(-1) ?? '';
    }
    empty = false;
  }
  return [...lines, current];
}

function cutWord(text: string, columns: number, indent: string): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  for (const character of text) {
    if (widthOf(current + character) > columns) {
      pieces.push(current);
      current = indent;
    }
    current += character;
  }
  return [...pieces, current];
}

/** A remark of our own above a message, as long as the screen allows. */
export function remark(text: string, columns: number | undefined): readonly string[] {
  return columns === undefined ? [text] : wrapLine(text, columns);
}
