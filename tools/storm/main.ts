import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateError } from '../simulate/cloudformation/errors.ts';
import { workspaceRoot } from '../simulate/cli/workspace.ts';
import { UsageError } from '../chaos/cli/errors.ts';
import { BundleProcess } from '../chaos/hub/bundle-process.ts';
import { loadDeployedHub } from '../chaos/hub/deployed-hub.ts';
import { TableClient } from '../chaos/hub/table-client.ts';
import { drawArrivals, signInAccounts } from './arrivals.ts';
import { balance, firstAlertDelays, mostAnHour, quantile } from './figures.ts';
import { readOptions } from './options.ts';
import { playStorm } from './storm.ts';
import { StormTopic } from './topic.ts';

const write = (line: string) => process.stdout.write(`${line}\n`);
const figure = (name: string, value: string) => write(`${name.padEnd(52)}${value}`);
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const ms = (value: number) => `${value.toFixed(0)} ms`;

async function run(argv: readonly string[]): Promise<number> {
  const { events, bundle } = readOptions(argv);
  const hub = loadDeployedHub(workspaceRoot, { bundle });
  const folder = mkdtempSync(join(tmpdir(), 'storm-'));
  const usageFile = join(folder, 'usage');
  writeFileSync(usageFile, '');
  const topic = new StormTopic();
  const endpoint = await topic.start();
  const tableProcess: ChildProcess = fork(join(import.meta.dirname, 'table-process.ts'), {
    execArgv: ['--import', 'tsx'],
  });
  const notifier = new BundleProcess(hub.notifier, endpoint, ['virtual-date', 'report-usage']);
  const digester = new BundleProcess(hub.digester, endpoint, ['virtual-date']);
  const stop = async () => {
    if (tableProcess.connected) tableProcess.disconnect();
    await Promise.all([notifier.close(), digester.close(), topic.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void stop().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void stop().finally(() => process.exit(143)));
  try {
    const [port] = await once(tableProcess, 'message');
    const settings = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(port)}` };
    await notifier.configure({ ...settings, USAGE_FILE: usageFile });
    await digester.configure(settings);
    const arrivals = drawArrivals(events, Date.parse('2026-11-02T08:00:00Z'));
    const storm = await playStorm(
      arrivals,
      hub,
      hub.mostConcurrent,
      notifier,
      digester,
      topic,
      (done) => write(`${String(done)} of ${String(events)} events`),
    );
    const sum = await balance(arrivals, storm.mails, new TableClient(Number(port), hub.table.name));
    const delays = firstAlertDelays(arrivals, storm.mails);
    const usage = readFileSync(usageFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    const memory = usage.map(([rss = NaN]) => rss);
    const cpuSeconds = (usage.at(-1)?.[1] ?? NaN) / 1e6;
    const alerts = storm.mails.filter(({ digest }) => !digest).length;
    const sessions = delays.filter(Number.isFinite).length;

    write('');
    figure('events, sessions', `${String(events)}, ${String(signInAccounts + 1)}`);
    figure(
      'batches, longest queue',
      `${String(storm.batches)}, ${String(storm.longestQueue)} messages`,
    );
    figure(
      'messages sent',
      `${String(storm.mails.length)}: ${String(alerts)} alerts, ${String(storm.mails.length - alerts)} digests`,
    );
    figure('  against one mail a call', `1 to ${(events / storm.mails.length).toFixed(0)}`);
    figure('  most in an hour for one session', String(mostAnHour(storm.mails)));
    figure('sessions with a first alert', `${String(sessions)} of ${String(signInAccounts + 1)}`);
    figure(
      'delay of the first alert, median / 99th / most',
      [quantile(delays, 0.5), quantile(delays, 0.99), Math.max(...delays)].map(ms).join(' / '),
    );
    figure('time a batch', ms(storm.notifying / storm.batches));
    figure(
      'events a second, one notifier, table on the same cores',
      (events / (storm.notifying / 1000)).toFixed(0),
    );
    figure("events a second of the notifier's CPU", (events / cpuSeconds).toFixed(0));
    figure('longest run of the digester', ms(Math.max(...storm.digesting)));
    figure(
      'memory of the notifier, least / median / most',
      [0, 0.5, 1].map((part) => mebibytes(quantile(memory, part))).join(' / '),
    );
    figure(
      '  first tenth, last tenth (medians)',
      [memory.slice(0, memory.length / 10), memory.slice(-memory.length / 10)]
        .map((part) => mebibytes(quantile(part, 0.5)))
        .join(' / '),
    );
    figure(
      'alerted + counted',
      `${String(sum.alerted)} + ${String(sum.counted)}, told by digests ${String(sum.toldByDigests)}`,
    );
    figure(
      'handed back, refused by SNS, lost',
      `${String(storm.failed)}, ${String(topic.refused)}, ${String(sum.lost)}`,
    );
    return sum.lost === 0 &&
      storm.failed === 0 &&
      sessions === signInAccounts + 1 &&
      mostAnHour(storm.mails) <= 3
      ? 0
      : 1;
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongUse = error instanceof UsageError;
  if (!wrongUse && !(error instanceof TemplateError)) throw error;
  process.stderr.write(`storm: ${error.message}\n`);
  process.exitCode = wrongUse ? 2 : 1;
}
