import { flag, text } from '@root-activity-monitor/command-line';

/** Which notifier is tried: the synthesized one, or another build of it. */
export const bundleFlag = flag(
  {
    value: 'FOLDER',
    about: "takes the notifier's code from there; by default from the synthesized hub",
  },
  text('a folder with an index.mjs').optional(),
);
