import type { Node } from 'jsonc-parser';
import type { ConfigText, FieldPath } from '../problems/config-text.ts';
import { fieldName, type Problem } from '../problems/problems.ts';

/**
 * Names that stand twice in one object. JSON takes the last without a word, so that what stands
 * first, a list of subscribers for example, would silently count for nothing.
 */
export function repeatedNames(text: ConfigText): readonly Problem[] {
  return text.tree === undefined ? [] : within(text.tree, [], text);
}

function within(node: Node, path: FieldPath, text: ConfigText): readonly Problem[] {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.flatMap((child, index) => within(child, [...path, index], text));
  }
  if (node.type !== 'object') return [];
  const names = children.map((property) => String(property.children?.[0]?.value));
  return children.flatMap((property, index) => {
    const name = names[index] ?? '';
    const inside = [...path, name];
    const value = property.children?.[1];
    const further = value === undefined ? [] : within(value, inside, text);
    const first = children[names.indexOf(name)];
    if (first === undefined || first === property) return further;
    const found = `the name a second time, after line ${text.placeAt(first.offset).line}`;
    const place = text.placeAt(property.offset);
    return [{ field: fieldName(inside), place, found, wanted: 'each name once' }, ...further];
  });
}
