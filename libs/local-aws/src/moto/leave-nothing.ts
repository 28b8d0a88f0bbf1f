/** What must be undone however this process ends. */
const undoings = new Set<() => void>();

/**
 * Has something undone when the process ends before it was undone in the usual way.
 *
 * @param undo works at once, without waiting, and may be called twice
 * @returns to be called once that is done
 */
export function undoneAtTheLatest(undo: () => void): () => void {
  undoings.add(undo);
  return () => void undoings.delete(undo);
}

/** Undoes everything that is open, the newest first. */
export function undoAll(): void {
  for (const undo of [...undoings].reverse()) undo();
  undoings.clear();
}

process.once('exit', undoAll);
