import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  choice,
  confirm,
  escapeForTerminal,
  flag,
  onOff,
  UserError,
  type Command,
} from '@root-activity-monitor/command-line';
import {
  callerIdentity,
  closeClients,
  hubClients,
  hubFlags,
  hubOutputs,
  usesEmulator,
  type Clients,
} from '@root-activity-monitor/command-line/aws';
import * as z from 'zod';
import { checks } from './checks/index.ts';
import { countsText, exitStatus, proofText, prove, type Proof } from './prove.ts';
import { readRows } from './rows.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');
const knownRows = readRows(readFileSync(join(workspaceRoot, 'docs', 'deployment.md'), 'utf8'));

const flags = z.object({
  row: flag(
    { value: 'P1', repeatable: true, about: 'only this row; may be given several times' },
    z.array(choice(knownRows.map(({ id }) => id))).default([]),
  ),
  yes: onOff({
    about: 'does not ask before it sends a simulation to the subscribers of the alert topic',
  }),
  json: onOff({ about: 'one JSON object per row and line, for programs' }),
  ...hubFlags,
});

/** Checks on AWS what rests on documentation only. */
export const proveCommand: Command<typeof flags> = {
  name: 'prove',
  usage: 'npx nx run tools:prove',
  about:
    'Checks, after the first deployment in a sandbox organization, what rests on documentation only: the rows of "What is not proven without AWS" in docs/deployment.md.',
  flags,
  notes: `Run it twice: with credentials of the hub account, and with those of the
account that rolled out. Each run checks what its account can see and says
what to do about the other rows. It only reads, with one exception: it sends
that simulation, after asking, and removes the temporary queue it listens on.
An emulator shows that the checks work, and proves nothing about AWS.

Verdicts: proven; refuted, which is a defect: please report it; not checked,
with the reason and what to do by hand.

Exit status: 0 all rows are proven; 1 one is refuted, or AWS refused; 2 wrong
usage; 3 none is refuted, but not all are checked.`,
  run: async (values, { write, signal }) => {
    const clients = hubClients(values, workspaceRoot);
    try {
      const { account, arn } = await callerIdentity(clients);
      const hub = await outputsOfHub(clients);
      const real = clients.endpointUrl === undefined && !usesEmulator(process.env);
      if (!values.json) {
        const hubIs = hub === undefined ? 'no hub' : 'a hub';
        write(`As ${escapeForTerminal(arn)}, ${clients.region}: ${hubIs} here.`);
        if (!real) write('An emulator answers: nothing about AWS is proven.\n');
      }
      const mayChange = values.yes ? async () => true : (confirm ?? (async () => false));
      const rows = knownRows.filter(({ id }) => values.row.length === 0 || values.row.includes(id));
      const proofs: Proof[] = [];
      const context = { clients, account, hub, mayChange, real, signal };
      for await (const proof of prove(rows, checks, context)) {
        proofs.push(proof);
        write(values.json ? JSON.stringify(proof) : proofText(proof));
      }
      if (!values.json) write(countsText(proofs));
      return exitStatus(proofs);
    } finally {
      closeClients(clients);
    }
  },
};

/** Undefined in another account than the hub's, which is no error. */
async function outputsOfHub(clients: Clients): Promise<ReadonlyMap<string, string> | undefined> {
  return await hubOutputs(clients).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
}
