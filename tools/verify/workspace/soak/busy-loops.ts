import { spawn } from 'node:child_process';

/** Ends by itself, even when its parent is gone. */
const code = (milliseconds: number) =>
  `const end = Date.now() + ${milliseconds}; while (Date.now() < end);`;

/**
 * Starts processes that do nothing, as fast as they can.
 *
 * @param milliseconds the longest they run
 * @returns a function that ends those processes and no others
 */
export function startBusyLoops(count: number, milliseconds: number): () => void {
  const loops = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', code(milliseconds)], { stdio: 'ignore' }),
  );
  return () => loops.forEach((loop) => loop.kill('SIGKILL'));
}
