/** One thing that rests on documentation only. */
export interface Row {
  /** `P1` and so on; a number is never used again. */
  readonly id: string;
  readonly what: string;
  /** How to check it by hand, in the words of the document. */
  readonly byHand: string;
}

const heading = '## What is not proven without AWS';

/**
 * The rows of the document's table.
 *
 * @throws Error where there is no such table: then there would be nothing to check
 */
export function readRows(document: string): readonly Row[] {
  const [, section = ''] = document.split(heading);
  const rows = section
    .split('\n## ')[0]
    ?.split('\n')
    .flatMap((line) => {
      const [, id = '', what = '', byHand = ''] = line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return /^P\d+$/.test(id) ? [{ id, what, byHand }] : [];
    });
  if (rows === undefined || rows.length === 0) {
    throw new Error(`docs/deployment.md has no numbered rows under "${heading}"`);
  }
  return rows;
}
