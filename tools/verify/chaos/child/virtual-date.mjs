// Loaded into the notifier's process by the harness, before the bundle: the time of day is what the
// harness wrote into the file that CLOCK_FILE names, 13 digits of milliseconds since 1970.
import { openSync, readSync } from 'node:fs';

const file = openSync(process.env.CLOCK_FILE, 'r');
const digits = Buffer.alloc(13);
const now = () => {
  readSync(file, digits, 0, 13, 0);
  return Number(digits.toString('latin1'));
};

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
