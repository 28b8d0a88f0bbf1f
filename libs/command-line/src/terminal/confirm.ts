import { createInterface } from 'node:readline/promises';

/** Asks a question that only "y" or "yes" answers with yes. */
export type Confirm = (question: string) => Promise<boolean>;

/** Asks a person on the terminal; undefined where there is none. */
export const confirm: Confirm | undefined = process.stdin.isTTY
  ? async (question) => {
      const terminal = createInterface({ input: process.stdin, output: process.stderr });
      const answer = await terminal.question(`${question} (y/n) `);
      terminal.close();
      return /^y(es)?$/i.test(answer.trim());
    }
  : undefined;
