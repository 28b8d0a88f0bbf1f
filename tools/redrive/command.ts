import { join } from 'node:path';
import {
  choice,
  flag,
  onOff,
  wholeNumber,
  type Command,
} from '@root-activity-monitor/command-line';
import { closeClients, hubClients, hubFlags } from '@root-activity-monitor/command-line/aws';
import * as z from 'zod';
import { parkedQueues } from './parked-event.ts';
import { redrive } from './redrive.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');

const flags = z.object({
  send: onOff({ about: 'sends what is shown; without it, nothing is changed' }),
  queue: flag(
    {
      value: 'NAME',
      about: 'only failed (the notifier failed on it) or undelivered (a rule could not deliver it)',
    },
    choice(parkedQueues).optional(),
  ),
  limit: flag(
    { value: 'N', about: 'at most this many of each queue; 1000 by default' },
    wholeNumber(1, 9_999_999).default(1_000),
  ),
  ...hubFlags,
});

/** Shows what is parked in the dead-letter queues of the hub, and sends it again. */
export const redriveCommand: Command<typeof flags> = {
  name: 'redrive',
  usage: 'npx nx run tools:redrive',
  about:
    "Shows what is parked in the hub's dead-letter queues and why. With --send it sends that into the notification queue again.",
  flags,
  notes: `It needs credentials of the hub account. It is safe to run more than once:
an event that was alerted before is recognized by its ID and not alerted
again.

  npx nx run tools:redrive          shows it; nothing is changed
  npx nx run tools:redrive --send   sends it into the notification queue again

Exit status: 0 done, 1 something stayed parked that should not have, or AWS
refused, 2 wrong usage.`,
  run: async (values, { write, signal }) => {
    const clients = hubClients(values, workspaceRoot);
    try {
      return await redrive(clients, values, { write, signal });
    } finally {
      closeClients(clients);
    }
  },
};
