import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import { workspaceRoot } from '@root-activity-monitor/tools/simulate';
import { UsageError } from '@root-activity-monitor/command-line';
import { HelpRequest } from '@root-activity-monitor/tools/command-line';
import { BundleProcess, loadDeployedHub } from '@root-activity-monitor/chaos';
import { drawArrivals } from './arrivals.ts';
import { countedEvents } from './counted-events.ts';
import { figuresOf, isGood, usageIn } from './figures.ts';
import { lines } from './lines.ts';
import { readOptions } from './command.ts';
import { playStorm } from './storm.ts';
import { StormTopic } from './topic.ts';

const write = (line: string) => process.stdout.write(`${line}\n`);

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
    const [message] = await once(tableProcess, 'message');
    const dynamoDb = String(message);
    const settings = { AWS_ENDPOINT_URL_DYNAMODB: dynamoDb };
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
    const counted = await countedEvents(dynamoDb, hub.table.name);
    const usage = usageIn(readFileSync(usageFile, 'utf8'));
    const figures = figuresOf(arrivals, storm, usage, counted);
    lines(figures, topic.refused).forEach(write);
    return isGood(figures) ? 0 : 1;
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongUse = error instanceof UsageError;
  if (error instanceof HelpRequest) write(error.message);
  else if (wrongUse || error instanceof TemplateError) {
    process.stderr.write(`storm: ${error.message}\n`);
    process.exitCode = wrongUse ? 2 : 1;
  } else throw error;
}
