import { createInterface } from 'node:readline/promises';

/** Asks a person on the terminal; undefined where there is none. */
export const confirm: ((question: string) => Promise<boolean>) | undefined = process.stdin.isTTY
  ? async (question) => {
      const terminal = createInterface({ input: process.stdin, output: process.stderr });
      const answer = await terminal.question(`${question} (y/n) `);
      terminal.close();
      return /^y(es)?$/i.test(answer.trim());
    }
  : undefined;
