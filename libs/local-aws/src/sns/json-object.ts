/**
 * The names at the top of a JSON object, duplicates included, which `JSON.parse` would drop.
 * `text` must be valid JSON.
 */
export function topLevelKeys(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && expectsKey) keys.push(String(JSON.parse(text.slice(at, end))));
      expectsKey = false;
      at = end - 1;
    } else if (character === '{' || character === '[') {
      depth += 1;
      expectsKey = depth === 1 && character === '{';
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') expectsKey = depth === 1;
  }
  return keys;
}

/** The index behind the closing quote of the string that opens at `from`. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
