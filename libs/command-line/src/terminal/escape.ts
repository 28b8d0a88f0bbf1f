/**
 * Text that others wrote, safe to show in a terminal: what a terminal would interpret, or what
 * changes the direction of text, becomes a visible mark. Line breaks stay where `keepLines` is set.
 */
export function escapeForTerminal(text: string, { keepLines = false } = {}): string {
  const marked = text
    .replaceAll('\t', '    ')
    .replaceAll(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
      '\ufffd',
    );
  return keepLines ? marked : marked.replaceAll('\n', '\ufffd');
}
