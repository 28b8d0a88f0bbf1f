import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as z from 'zod/mini';
import { batchOf, type Kind } from './events.ts';

const here = import.meta.dirname;
const bundle = join(here, '..', 'dist', 'index.mjs');
const empty = join(here, 'empty-handler.mjs');
const coldRuns = 15;
const warmEvents = 1000;
const batchSize = 10;

let nextEvent = 0;
const batch = (size: number, kind: Kind) => {
  nextEvent += size;
  return batchOf(size, nextEvent, kind);
};

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const ratio = (one: number, other: number) => `${(one / other).toFixed(2)} x`;
const line = (label: string, value: string) =>
  process.stdout.write(`${label.padEnd(46)}${value}\n`);

/** Wall time of one fresh process, from start to exit. */
async function coldRun(handlerFile: string, environment: Record<string, string>): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(here, 'first-event.mjs'), handlerFile], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the handler ended with ${code}`);
  return performance.now() - started;
}

type Handler = (event: unknown) => Promise<{ batchItemFailures: unknown[] }>;

/** Wall and CPU milliseconds an event, of a warm handler in this process. */
async function warm(handler: Handler, size: number, kind: Kind) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let done = 0; done < warmEvents; done += size) {
    const { batchItemFailures } = await handler(batch(size, kind));
    if (batchItemFailures.length > 0) throw new Error('an event failed');
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall: (performance.now() - started) / warmEvents,
    cpu: (user + system) / 1000 / warmEvents,
  };
}

async function measureCold(environment: Record<string, string>) {
  const [notifier, base]: [number[], number[]] = [[], []];
  // Taken in turn, so that what else the machine does strikes both alike.
  for (let run = 0; run < coldRuns; run++) {
    base.push(await coldRun(empty, environment));
    notifier.push(await coldRun(bundle, environment));
  }
  line(`cold start, empty handler (median of ${coldRuns})`, ms(median(base)));
  line('cold start, notifier, first event published', ms(median(notifier)));
  line('  ratio', ratio(median(notifier), median(base)));
}

async function measureWarm(handler: Handler, kind: Kind) {
  await warm(handler, batchSize, kind);
  const single = await warm(handler, 1, kind);
  const batched = await warm(handler, batchSize, kind);
  line(`warm, ${kind}, one event a batch`, `${ms(single.wall)}, CPU ${ms(single.cpu)} an event`);
  line(
    `warm, ${kind}, ${batchSize} events a batch`,
    `${ms(batched.wall)}, CPU ${ms(batched.cpu)} an event`,
  );
  line('  ratio', `${ratio(single.wall, batched.wall)}, CPU ${ratio(single.cpu, batched.cpu)}`);
}

const endpoints: ChildProcess = fork(join(here, 'endpoints.ts'), { execArgv: ['--import', 'tsx'] });
try {
  const [message] = await once(endpoints, 'message');
  const environment = z.record(z.string(), z.string()).parse(message);
  line('Node', process.version);
  line('bundle', `${(statSync(bundle).size / 1024).toFixed(0)} KiB`);
  await measureCold(environment);

  Object.assign(process.env, environment);
  const write = process.stdout.write.bind(process.stdout);
  const { handler } = await import(bundle);
  for (const kind of ['one session', 'alerts'] as const) {
    await measureWarm(async (event) => {
      // The handler logs each event; only the figures are wanted here.
      process.stdout.write = () => true;
      const result = await handler(event);
      process.stdout.write = write;
      return result;
    }, kind);
  }
} finally {
  endpoints.disconnect();
}
