import { join } from 'node:path';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { UsageError, UserError } from '@root-activity-monitor/command-line';
import { clientsOf, closeClients } from '@root-activity-monitor/command-line/aws';
import { harmless } from '../simulate/terminal/harmless.ts';
import { help, readOptions } from './options.ts';
import { redrive } from './redrive.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');
const ending = new AbortController();
// What is held is released before the process ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

function homeRegion(): string {
  const { config, isExample } = loadDeploymentConfig(workspaceRoot);
  const region = isExample ? process.env['AWS_REGION'] : config.homeRegion;
  if (region !== undefined && region !== '') return region;
  throw new UsageError(
    "There is no deployment.jsonc here; give the hub's home Region with --region.",
  );
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    return 0;
  }
  const clients = clientsOf({
    region: options.region ?? homeRegion(),
    endpointUrl: options.endpointUrl,
  });
  try {
    const write = (line: string) => void process.stdout.write(`${line}\n`);
    return await redrive(clients, options, { write, signal: ending.signal });
  } finally {
    closeClients(clients);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UserError || error instanceof DeploymentConfigError)) throw error;
  console.error(harmless(`redrive: ${error.message}`, { keepLines: true }));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
