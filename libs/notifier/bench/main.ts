import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { coldStart } from './cold-start.ts';
import { installCommand, lambdaNode, runningNode } from './lambda-node.ts';

const here = import.meta.dirname;
const bundle = join(here, '..', 'dist', 'index.mjs');
const notifier = { file: bundle, outcome: 'alerted' };
const empty = { file: join(here, 'empty-handler.mjs'), outcome: undefined };
/** What the template deploys. */
const runtime = 'nodejs24.x';
const coldRuns = 15;

const CostSchema = z.object({ wall: z.number(), cpu: z.number() });
const WarmSchema = z.object({ kind: z.string(), single: CostSchema, batched: CostSchema });

type Environment = Record<string, string>;
type Node = typeof runningNode;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const ratio = (one: number, other: number) => `${(one / other).toFixed(2)} x`;
const line = (label: string, values: readonly string[]) =>
  process.stdout.write(`${label.padEnd(46)}${values.map((value) => value.padEnd(28)).join('')}\n`);

async function measureCold(nodes: readonly Node[], environment: Environment) {
  const runs: { readonly empty: number; readonly notifier: number }[][] = nodes.map(() => []);
  // Taken in turn, so that what else the machine does strikes all alike.
  for (let run = 0; run < coldRuns; run++) {
    for (const [index, { binary }] of nodes.entries()) {
      runs[index]?.push({
        empty: await coldStart(binary, empty, environment),
        notifier: await coldStart(binary, notifier, environment),
      });
    }
  }
  const medians = runs.map((ofNode) => ({
    empty: median(ofNode.map((run) => run.empty)),
    notifier: median(ofNode.map((run) => run.notifier)),
  }));
  line(
    `cold start, empty handler (median of ${coldRuns})`,
    medians.map((of) => ms(of.empty)),
  );
  line(
    'cold start, notifier, first event published',
    medians.map((of) => ms(of.notifier)),
  );
  line(
    '  ratio',
    medians.map((of) => ratio(of.notifier, of.empty)),
  );
}

/** What a process of this Node.js reports of each kind of event, from this event number on. */
async function warmCosts({ binary }: Node, firstEvent: number, environment: Environment) {
  const child = fork(join(here, 'warm-events.ts'), [bundle, `${firstEvent}`], {
    execPath: binary,
    execArgv: ['--import', 'tsx'],
    env: { ...environment, PATH: process.env['PATH'] },
  });
  const costs: z.infer<typeof WarmSchema>[] = [];
  child.on('message', (message) => costs.push(WarmSchema.parse(message)));
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`warm events: the process ended with ${status}`);
  return costs;
}

async function measureWarm(nodes: readonly Node[], environment: Environment) {
  const columns: Awaited<ReturnType<typeof warmCosts>>[] = [];
  for (const [index, node] of nodes.entries()) {
    columns.push(await warmCosts(node, index * 1_000_000, environment));
  }
  for (const [row, { kind }] of (columns[0] ?? []).entries()) {
    const costs = columns.flatMap((column) => column[row] ?? []);
    const each = ({ wall, cpu }: z.infer<typeof CostSchema>) => `${ms(wall)}, CPU ${ms(cpu)}`;
    line(
      `warm, ${kind}, one event a batch`,
      costs.map(({ single }) => each(single)),
    );
    line(
      `warm, ${kind}, ten events a batch`,
      costs.map(({ batched }) => each(batched)),
    );
    line(
      '  ratio',
      costs.map(
        ({ single, batched }) =>
          `${ratio(single.wall, batched.wall)}, CPU ${ratio(single.cpu, batched.cpu)}`,
      ),
    );
  }
}

const deployed = lambdaNode(runtime);
const nodes = deployed.binary === runningNode.binary ? [runningNode] : [deployed, runningNode];
if (!deployed.asDeployed) {
  line(`No ${runtime} on this machine: "${installCommand}" installs it.`, []);
}
const endpoints: ChildProcess = fork(join(here, 'endpoints.ts'), { execArgv: ['--import', 'tsx'] });
try {
  const [message] = await once(endpoints, 'message');
  const environment = z.record(z.string(), z.string()).parse(message);
  line(
    'Node.js',
    nodes.map(({ version }) => version),
  );
  line('bundle', [`${(statSync(bundle).size / 1024).toFixed(0)} KiB`]);
  await measureCold(nodes, environment);
  await measureWarm(nodes, environment);
} finally {
  endpoints.disconnect();
}
