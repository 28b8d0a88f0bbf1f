// One fresh process, as Lambda starts it: loads the handler named by its argument, fetches an event
// from the runtime's HTTP interface, and has the handler take it.
import { get } from 'node:http';

const { handler } = await import(process.argv[2]);
const event = await new Promise((resolve, reject) => {
  get(process.env.NEXT_EVENT_URL, async (response) => {
    resolve(JSON.parse((await response.toArray()).join('')));
  }).on('error', reject);
});
const { batchItemFailures } = await handler(event);
// A start that published nothing is quick, and no measurement.
process.exit(batchItemFailures.length === 0 ? 0 : 1);
