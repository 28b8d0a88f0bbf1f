import * as z from 'zod';
import { choice, flag, httpUrl, onOff, text, wholeNumber } from '../command/flags.ts';
import type { Command } from '../command/command.ts';
import { UserError } from '../command/errors.ts';

const flags = z.object({
  limit: flag(
    { value: 'N', about: 'at most this many; 20 by default', heading: 'What:' },
    wholeNumber(1, 100).default(20),
  ),
  queue: flag(
    { value: 'NAME', about: 'only this one' },
    choice(['failed', 'undelivered']).optional(),
  ),
  row: flag(
    { value: 'ID', repeatable: true, about: 'only this row; may be given several times' },
    z.array(choice(['P1', 'P2', 'P3'])).default([]),
  ),
  region: flag(
    { value: 'NAME', about: 'in this Region' },
    choice(['eu-west-1', 'eu-central-1'], 'a Region name such as eu-central-1').optional(),
  ),
  event: flag(
    {
      value: 'PATH',
      about: 'a file of events, of which each line may be as long as it likes, for help wraps it',
      heading: 'How:',
    },
    text('a file, or - for stdin').optional(),
  ),
  send: onOff({
    about: 'sends it',
    excludes: { flags: ['list'], because: '--list only shows what there is' },
  }),
  list: onOff({ about: 'shows what there is' }),
  'endpoint-url': flag(
    {
      value: 'URL',
      about: 'an AWS emulator',
      needs: { flag: 'send', because: 'without it nothing leaves this machine' },
    },
    httpUrl().optional(),
  ),
});

/** A command with a flag of every kind. What it does depends on `--event`. */
export const sampleCommand: Command<typeof flags> = {
  name: 'sample',
  usage: 'npx nx run tools:sample',
  about:
    'Shows what a command is made of: one flag of every kind, and endings of every kind, in a paragraph that is longer than a line.',
  flags,
  notes: 'Exit status: 0 done, 1 not as expected, 2 wrong usage.',
  run: async ({ event, ...values }, { write, signal }) => {
    if (event === 'missing') throw new UserError('missing: \u001b[31mred');
    if (event === 'defect') throw new TypeError('a defect');
    if (event === 'unexpected') return 1;
    if (event !== 'wait') {
      write(JSON.stringify(values));
      return 0;
    }
    await new Promise<void>((resolve) => {
      const waiting = setInterval(() => undefined, 1_000);
      signal.addEventListener('abort', () => {
        clearInterval(waiting);
        write('cleaned up');
        resolve();
      });
      write('waiting');
    });
    return 0;
  },
};
