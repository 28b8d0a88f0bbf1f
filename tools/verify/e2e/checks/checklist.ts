import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Screen } from '@root-activity-monitor/tools/simulate';

/** What a step found, shown on its line. */
export type StepResult = string | undefined;

/** Shows each step of a run with its time, and counts them. */
export class Checklist {
  readonly #write: (line: string) => void;
  readonly #screen: Screen;
  readonly #unproven: string[] = [];
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  constructor(write: (line: string) => void, screen: Screen) {
    this.#write = write;
    this.#screen = screen;
  }

  /** Runs a step. @throws what it throws: later steps depend on earlier ones */
  async step(name: string, run: () => Promise<StepResult>): Promise<void> {
    const started = performance.now();
    const { colors } = this.#screen;
    const time = () =>
      colors.dim(`${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(7));
    try {
      const found = await run();
      this.#passed += 1;
      this.#write(
        `${colors.green('✓')} ${time()}  ${name}${found === undefined ? '' : colors.dim(`: ${escapeForTerminal(found)}`)}`,
      );
    } catch (error) {
      this.#failed += 1;
      this.#write(`${colors.red('✗')} ${time()}  ${name}`);
      throw error;
    }
  }

  skip(name: string, why: string): void {
    this.#skipped += 1;
    this.#write(`${this.#screen.colors.yellow('-')}          ${name}: skipped, ${why}`);
  }

  /** Something that this run cannot prove, with the reason. */
  unproven(what: string): void {
    this.#unproven.push(what);
  }

  /** The last lines, and the counts for programs. */
  end(resultsPath: string): void {
    if (this.#unproven.length > 0) this.#write('\nNot proven here:');
    for (const what of this.#unproven) this.#write(`  - ${what}`);
    const counts = {
      numTotalTests: this.#passed + this.#failed + this.#skipped,
      numPassedTests: this.#passed,
      numFailedTests: this.#failed,
      numPendingTests: this.#skipped,
    };
    mkdirSync(dirname(resultsPath), { recursive: true });
    writeFileSync(resultsPath, `${JSON.stringify(counts)}\n`);
    this.#write(`\n${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`);
  }
}
