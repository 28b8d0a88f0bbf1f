import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  loadDeploymentConfig,
  DeploymentConfigError,
} from '@root-activity-monitor/deployment-config';
import { usesEmulator } from '@root-activity-monitor/command-line/aws';
import { UsageError, UserError } from '@root-activity-monitor/command-line';
import {
  callerIdentity,
  clientsOf,
  closeClients,
  hubOutputs,
} from '@root-activity-monitor/command-line/aws';
import { harmless } from '../simulate/terminal/harmless.ts';
import { checks } from './checks/index.ts';
import { help, readOptions } from './options.ts';
import { proofText, prove, statusOf, type Proof } from './prove.ts';
import { readRows } from './rows.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');

async function main(): Promise<number> {
  const known = readRows(readFileSync(join(workspaceRoot, 'docs', 'deployment.md'), 'utf8'));
  const options = readOptions(
    process.argv.slice(2),
    known.map(({ id }) => id),
  );
  if (options.help) {
    console.log(help);
    return 0;
  }
  const { endpointUrl } = options;
  const real = endpointUrl === undefined && !usesEmulator(process.env);
  const clients = clientsOf({ region: options.region ?? homeRegion(), endpointUrl });
  try {
    const { account, arn } = await callerIdentity(clients);
    // Elsewhere than in the hub account there is none, and that is no error.
    const hub = await hubOutputs(clients).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    if (!options.json) {
      console.log(
        `As ${harmless(arn)}, ${clients.region}, ${hub === undefined ? 'without' : 'with'} a hub.`,
      );
      if (!real) console.log('An emulator answers: nothing of AWS is proven.\n');
    }
    const rows = known.filter(({ id }) => options.rows.length === 0 || options.rows.includes(id));
    const proofs: Proof[] = [];
    const around = {
      clients,
      account,
      hub,
      mayChange: options.yes ? async () => true : ask,
      real,
    };
    for await (const proof of prove(rows, checks, around)) {
      proofs.push(proof);
      console.log(options.json ? JSON.stringify(proof) : proofText(proof));
    }
    if (!options.json) {
      const count = (verdict: string) => proofs.filter((one) => one.verdict === verdict).length;
      console.log(
        `\n${count('proven')} proven, ${count('refuted')} refuted, ${count('not checked')} not checked`,
      );
    }
    return statusOf(proofs);
  } finally {
    closeClients(clients);
  }
}

function homeRegion(): string {
  const fromEnvironment = process.env['AWS_REGION'];
  const { config, isExample } = loadDeploymentConfig(workspaceRoot);
  return isExample && fromEnvironment !== undefined ? fromEnvironment : config.homeRegion;
}

/** Where nobody can be asked, nothing is changed. */
async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} (y/n) `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UserError || error instanceof DeploymentConfigError)) throw error;
  console.error(`prove: ${harmless(error.message, { keepLines: true })}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
