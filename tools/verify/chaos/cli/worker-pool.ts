import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SeedSummarySchema, type SeedSummary } from './summary.ts';

/** How many seeds run at the same time, each in processes of its own. */
const maxWorkers = 2;

/** Runs seeds in worker processes, and hands each summary on as it comes. */
export class WorkerPool {
  readonly #children: ChildProcess[] = [];
  readonly #bundle: string | undefined;

  constructor(bundle: string | undefined) {
    this.#bundle = bundle;
  }

  async run(
    seeds: readonly number[],
    verbose: boolean,
    done: (summary: SeedSummary) => void,
  ): Promise<void> {
    const waiting = [...seeds];
    const running = Array.from({ length: Math.min(maxWorkers, seeds.length) }, () =>
      this.#runWorker(waiting, verbose, done),
    );
    await Promise.all(running);
  }

  /** Ends all processes. */
  stop(): void {
    for (const child of this.#children) if (child.connected) child.disconnect();
  }

  async #runWorker(waiting: number[], verbose: boolean, done: (summary: SeedSummary) => void) {
    const child = fork(
      join(import.meta.dirname, 'worker.ts'),
      this.#bundle === undefined ? [] : [this.#bundle],
      { execArgv: ['--import', 'tsx'] },
    );
    this.#children.push(child);
    await answer(child);
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      child.send({ seed, verbose });
      done(SeedSummarySchema.parse(await answer(child)));
    }
    child.disconnect();
    await once(child, 'exit');
  }
}

/** The next message of a process. @throws Error when it ends instead */
async function answer(child: ChildProcess): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const settle = (message: unknown) => {
      child.off('exit', ended);
      resolve(message);
    };
    const ended = () => {
      child.off('message', settle);
      reject(new Error('a process of the harness ended'));
    };
    child.once('message', settle);
    child.once('exit', ended);
  });
}
