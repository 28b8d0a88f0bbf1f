// One fresh process, as Lambda starts it: loads the handler named by its argument, fetches an event
// from the runtime's HTTP interface, has the handler take it, and tells its CPU time to descriptor 3.
import { writeSync } from 'node:fs';
import { get } from 'node:http';

const { handler } = await import(process.argv[2]);
const event = await new Promise((resolve, reject) => {
  get(process.env.NEXT_EVENT_URL, async (response) => {
    resolve(JSON.parse((await response.toArray()).join('')));
  }).on('error', reject);
});
const { batchItemFailures } = await handler(event);
writeSync(3, JSON.stringify(process.cpuUsage()));
// A start that published nothing is quick, and no measurement.
process.exit(batchItemFailures.length === 0 ? 0 : 1);
