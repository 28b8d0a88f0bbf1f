import { join } from 'node:path';
import { UsageError } from '@root-activity-monitor/command-line';
import { harmless, screenOf } from '@root-activity-monitor/tools/simulate';
import { Checklist } from './checklist.ts';
import {
  type Emulator,
  startMoto,
  undoAll,
  whyNoMoto,
} from '@root-activity-monitor/local-aws/moto';
import { runningEmulator } from './emulator/running-emulator.ts';
import { help, readOptions } from './options.ts';
import { playScenario } from './scenario.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const write = (line: string) => void process.stdout.write(`${line}\n`);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A wrapper relays a signal that its whole process group got, so that it comes twice: a listener
  // that is gone by then would let the second one kill this process before it has tidied up.
  process.on(signal, () => {
    if (ending.signal.aborted) return;
    ending.abort();
    undoAll();
    write('interrupted');
    process.exit(130);
  });
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    write(help);
    return 0;
  }
  const checklist = new Checklist(write, screenOf(process.stdout, process.env));
  const why = options.endpointUrl === undefined ? whyNoMoto() : undefined;
  let emulator: Emulator | undefined;
  try {
    if (why !== undefined) {
      checklist.skip(
        'end to end on an AWS emulator',
        `${why}; install moto, or name an emulator with --endpoint-url`,
      );
      return 0;
    }
    const url = options.endpointUrl;
    await checklist.step(
      url === undefined ? 'moto_server starts' : 'the emulator is there',
      async () => {
        emulator = url === undefined ? await startMoto() : await runningEmulator(url);
        return emulator.url;
      },
    );
    await playScenario(emulator?.url ?? '', workspaceRoot, checklist, ending.signal);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    write(harmless(ending.signal.aborted ? 'interrupted' : reason, { keepLines: true }));
    return ending.signal.aborted ? 130 : 1;
  } finally {
    checklist.end(join(workspaceRoot, 'test-results', 'e2e-run.json'));
    await emulator?.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`e2e: ${harmless(error.message)}`);
  process.exitCode = 2;
}
