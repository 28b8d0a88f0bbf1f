import {
  findNodeAtLocation,
  parse,
  parseTree,
  type Node,
  type ParseError,
  type ParseOptions,
} from 'jsonc-parser';

/** Where something stands in the configuration: `['alerts', 'subscriptions', 0]`. */
export type FieldPath = readonly PropertyKey[];

/** A position in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Which part of a field is meant: its name or its value. */
export type FieldPart = 'name' | 'value';

const options: ParseOptions = { allowTrailingComma: true };

/** The text of a configuration file, what it says, and where it says it. */
export class ConfigText {
  readonly text: string;
  readonly value: unknown;
  readonly syntaxErrors: readonly ParseError[];
  readonly tree: Node | undefined;

  constructor(text: string) {
    // Editors on Windows put a byte order mark before the text.
    this.text = text.replace(/^\uFEFF/, '');
    const errors: ParseError[] = [];
    this.value = parse(this.text, errors, options);
    this.syntaxErrors = errors;
    this.tree = parseTree(this.text, [], options);
  }

  /** The place of an offset. */
  placeAt(offset: number): Place {
    const before = this.text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  /** The place of a field; of a missing one, that of the nearest object or list around it. */
  placeOf(path: FieldPath, part: FieldPart = 'value'): Place {
    if (this.tree === undefined) return this.placeAt(0);
    const keys = path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    for (let length = keys.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(this.tree, keys.slice(0, length));
      if (node === undefined) continue;
      const isName = part === 'name' && length === keys.length && node.parent?.type === 'property';
      return this.placeAt((isName ? node.parent?.offset : undefined) ?? node.offset);
    }
    return this.placeAt(this.tree.offset);
  }
}
