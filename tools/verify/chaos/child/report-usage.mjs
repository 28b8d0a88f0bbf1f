// Loaded into a process of the storm: writes what it takes, once a second, into the file that
// USAGE_FILE names: resident memory in bytes, CPU time in microseconds.
import { appendFileSync } from 'node:fs';

function report() {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.USAGE_FILE, `${process.memoryUsage.rss()} ${user + system}\n`);
}
const timer = setInterval(report, 1000);
timer.unref();
