import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { coldStart, type Cost } from './cold-start.ts';
import { installCommand, lambdaNode, runningNode } from '@root-activity-monitor/local-aws/lambda';

const here = import.meta.dirname;
const bundle = join(here, '..', 'dist', 'index.mjs');
const notifier = { file: bundle, outcome: 'alerted' };
const empty = { file: join(here, 'empty-handler.mjs'), outcome: undefined };
/** What the template deploys: a test keeps `.nvmrc` to it. */
const runtime = `nodejs${readFileSync(join(here, '..', '..', '..', '.nvmrc'), 'utf8').trim()}.x`;
const coldRuns = 15;

const CostSchema = z.object({ wall: z.number(), cpu: z.number() });
const WarmSchema = z.object({ kind: z.string(), single: CostSchema, batched: CostSchema });

type Environment = Record<string, string>;
type Node = typeof runningNode;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const medians = (costs: readonly Cost[]): Cost => ({
  wall: median(costs.map(({ wall }) => wall)),
  cpu: median(costs.map(({ cpu }) => cpu)),
});
const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const shown = ({ wall, cpu }: Cost) => `${milliseconds(wall)}, CPU ${milliseconds(cpu)}`;
const ratio = (one: Cost, other: Cost) =>
  `${(one.wall / other.wall).toFixed(2)} x, CPU ${(one.cpu / other.cpu).toFixed(2)} x`;
const line = (label: string, values: readonly string[]) =>
  process.stdout.write(`${label.padEnd(46)}${values.map((value) => value.padEnd(28)).join('')}\n`);

async function measureCold(nodes: readonly Node[], environment: Environment) {
  const costs = nodes.map((): { readonly empty: Cost[]; readonly notifier: Cost[] } => ({
    empty: [],
    notifier: [],
  }));
  // Taken in turn, so that what else the machine does strikes all alike.
  for (let run = 0; run < coldRuns; run++) {
    for (const [index, { binary }] of nodes.entries()) {
      costs[index]?.empty.push(await coldStart(binary, empty, environment));
      costs[index]?.notifier.push(await coldStart(binary, notifier, environment));
    }
  }
  const columns = costs.map((of) => ({
    empty: medians(of.empty),
    notifier: medians(of.notifier),
  }));
  line(
    `cold start, empty handler (median of ${coldRuns})`,
    columns.map((of) => shown(of.empty)),
  );
  line(
    'cold start, notifier, first event published',
    columns.map((of) => shown(of.notifier)),
  );
  line(
    '  ratio',
    columns.map((of) => ratio(of.notifier, of.empty)),
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
    line(
      `warm, ${kind}, one event a batch`,
      costs.map(({ single }) => shown(single)),
    );
    line(
      `warm, ${kind}, ten events a batch`,
      costs.map(({ batched }) => shown(batched)),
    );
    line(
      '  ratio',
      costs.map(({ single, batched }) => ratio(single, batched)),
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
