import * as z from 'zod';
import { loadDeployedHub } from '../hub/deployed-hub.ts';
import { TestBed } from '../hub/test-bed.ts';
import { runSeed } from '../seed/run-seed.ts';
import { timeline } from './timeline.ts';
import { summarize } from './summary.ts';

// Runs one seed after the other for the process that started it, and ends with that process.
const OrderSchema = z.object({ seed: z.number(), verbose: z.boolean() });
const [bundle] = process.argv.slice(2);
const site = new TestBed(loadDeployedHub({ bundle }));
await site.start();

process.on('disconnect', () => void site.close().finally(() => process.exit(0)));
// Ctrl-C reaches the whole group; the process that started this one tells when to end.
process.on('SIGINT', () => undefined);
process.on('message', (message) => {
  const { seed, verbose } = OrderSchema.parse(message);
  const started = performance.now();
  runSeed(seed, site)
    .then((journal) => {
      const summary = summarize(journal, performance.now() - started);
      if (verbose) process.stdout.write(`${timeline(journal)}\n`);
      process.send?.(summary);
    })
    .catch((error: unknown) => {
      process.stderr.write(`seed ${String(seed)}: the harness itself failed\n`);
      console.error(error);
      process.exit(1);
    });
});
process.send?.('ready');
