import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgramContext } from '@root-activity-monitor/command-line';
import { BundleProcess, loadDeployedHub } from '@root-activity-monitor/chaos';
import { drawArrivals } from './arrivals.ts';
import { countedEvents } from './counted-events.ts';
import { figuresOf, isGood, usageIn } from './figures.ts';
import { lines } from './lines.ts';
import { playStorm } from './storm.ts';
import { StormTopic } from './topic.ts';

export interface StormOptions {
  readonly events: number;
  /** A folder with code in the place of the template's. */
  readonly bundle?: string | undefined;
}

/**
 * Plays the storm and prints its figures.
 *
 * @returns whether it kept what is promised
 * @throws TemplateError when the synthesized hub is missing or incomplete
 */
export async function runStorm(
  { events, bundle }: StormOptions,
  { write, signal }: Pick<ProgramContext, 'write' | 'signal'>,
): Promise<boolean> {
  const hub = loadDeployedHub({ bundle });
  const folder = mkdtempSync(join(tmpdir(), 'storm-'));
  const usageFile = join(folder, 'usage');
  writeFileSync(usageFile, '');
  const topic = new StormTopic();
  const endpoint = await topic.start();
  const tableProcess = fork(join(import.meta.dirname, 'table-process.ts'), {
    execArgv: ['--import', 'tsx'],
  });
  const notifier = new BundleProcess(hub.notifier, endpoint, ['virtual-date', 'report-usage']);
  const digester = new BundleProcess(hub.digester, endpoint, ['virtual-date']);
  try {
    const [dynamoDb] = (await once(tableProcess, 'message', { signal })).map(String);
    const settings = { AWS_ENDPOINT_URL_DYNAMODB: dynamoDb ?? '' };
    await notifier.configure({ ...settings, USAGE_FILE: usageFile });
    await digester.configure(settings);
    const arrivals = drawArrivals(events, Date.parse('2026-11-02T08:00:00Z'));
    const storm = await playStorm(arrivals, { hub, notifier, digester, topic, signal }, (done) =>
      write(`${done} of ${events} events`),
    );
    const counted = await countedEvents(dynamoDb ?? '', hub.table.name);
    const usage = usageIn(readFileSync(usageFile, 'utf8'));
    const figures = figuresOf(arrivals, storm, usage, counted);
    lines(figures, topic.refused).forEach(write);
    return isGood(figures);
  } finally {
    if (tableProcess.connected) tableProcess.disconnect();
    await Promise.all([notifier.close(), digester.close(), topic.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
