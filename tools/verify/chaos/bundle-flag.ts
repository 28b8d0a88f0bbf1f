import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flag, text } from '@root-activity-monitor/command-line';

const wanted = 'a folder with an index.mjs';

/** Which notifier is tried: the synthesized one, or another build of it. */
export const bundleFlag = flag(
  {
    value: 'FOLDER',
    about: "takes the notifier's code from there; by default from the synthesized hub",
  },
  text(wanted)
    .refine((folder) => existsSync(join(folder, 'index.mjs')), { error: wanted })
    // Functions run in a folder of their own.
    .transform((folder) => resolve(folder))
    .optional(),
);
