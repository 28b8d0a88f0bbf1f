import { performance } from 'node:perf_hooks';
import { batchOf, type Kind } from './events.ts';

const eventCount = 1000;
const batchSize = 10;
const kinds: readonly Kind[] = ['one session', 'alerts'];

const [, , bundle = '', firstEvent] = process.argv;
const { handler } = await import(bundle);
/** Each event is new to the state table. */
let nextEvent = Number(firstEvent);

/** Milliseconds an event, wall and CPU (user and system), of the warm handler in this process. */
async function costOf(size: number, kind: Kind) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let done = 0; done < eventCount; done += size) {
    nextEvent += size;
    const { batchItemFailures } = await handler(batchOf(size, nextEvent, kind));
    if (batchItemFailures.length > 0) throw new Error('an event failed');
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall: (performance.now() - started) / eventCount,
    cpu: (user + system) / 1000 / eventCount,
  };
}

// A process of the Node.js to be measured; what the handler logs of each event is of no interest.
process.stdout.write = () => true;
for (const kind of kinds) {
  await costOf(batchSize, kind);
  process.send?.({
    kind,
    single: await costOf(1, kind),
    batched: await costOf(batchSize, kind),
  });
}
process.disconnect();
