import { expect, it } from 'vitest';
import { sampleCommand } from '../testing/sample-command.ts';
import { helpText } from './help-text.ts';

it('help shows what the command does, how to call it, every flag and the exit statuses', () => {
  expect(helpText(sampleCommand)).toBe(`\
Shows what a command is made of: one flag of every kind, and endings of every
kind, in a paragraph that is longer than a line.

  npx nx run tools:sample [flags]

What:
  --limit N           at most this many; 20 by default
  --queue NAME        only this one
  --row ID            only this row; may be given several times
  --region NAME       in this Region

How:
  --event PATH        a file of events, of which each line may be as long as
                      it likes, for help wraps it
  --send              sends it
  --list              shows what there is
  --endpoint-url URL  an AWS emulator
  --help              this text

Exit status: 0 done, 1 not as expected, 2 wrong usage.`);
});
