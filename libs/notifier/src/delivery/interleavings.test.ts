import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../contract/contract.ts';
import { startGate, type Fate } from '../testing/gate.ts';
import { minute, useScenes, type Scene } from '../testing/scene.ts';
import { clientFor } from '../testing/state-table.ts';
import { Turns } from '../testing/turns.ts';

const openScene = useScenes();
const senders = ['a', 'b', 'c', 'd'];

/** As many as keep this file at a few seconds; raise it to hunt. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 120) / 10;

/** What the session went through before. */
const before = {
  nothing: () => Promise.resolve(new Set<string>()),
  'a lesser alert': ({ notify, read }: Scene) => notify([read()]),
  'an alert, and a quiet time': async ({ notify, pass, write }: Scene) => {
    await notify([write()]);
    pass(16 * minute);
  },
  'only counted events, and a quiet time': async ({ account, now, pass, state }: Scene) => {
    await state.join(`live#${account}#sign-in`, now());
    pass(16 * minute);
  },
} as const;

/** Several notifiers at a time, each with a batch of two writes; what became of the messages. */
async function notifyTogether(scene: Scene, picks: readonly number[]): Promise<Outcome[]> {
  const { notify, stateThrough, write } = scene;
  const turns = new Turns(senders, picks);
  const gate = await startGate(scene.endpoint, async ({ sender }) => {
    await turns.take(sender);
    return 'passes' as const;
  });
  const outcomes: Outcome[] = [];
  const clients = senders.map((sender) => clientFor(gate.addressFor(sender)));
  await Promise.all(
    clients.map(async (client, index) => {
      await notify([write(), write()], {
        state: stateThrough(client),
        log: {
          handled: (results) => void outcomes.push(...results.map(({ outcome }) => outcome)),
          digested: () => undefined,
        },
      });
      client.destroy();
      turns.end(senders[index]!);
    }),
  );
  await gate.close();
  return outcomes.sort();
}

describe('one alert a root session, whoever is first, after', () => {
  const orders = fc.array(fc.nat({ max: 23 }), { minLength: 40, maxLength: 40 });
  it.each(Object.entries(before))('%s', async (_, prepare) => {
    await fc.assert(
      fc.asyncProperty(orders, async (picks) => {
        const scene = await openScene();
        await prepare(scene);
        scene.sent.length = 0;
        const outcomes = await notifyTogether(scene, picks);
        expect(scene.subjects()).toEqual(['[HIGH] Root write: s3 CreateBucket']);
        expect(outcomes).toEqual(['alerted', ...Array<Outcome>(7).fill('digested')]);
      }),
      { numRuns, endOnFailure: true },
    );
  });
});

describe('a lost connection to the state costs no second alert', () => {
  it.each<[operation: string, fate: Fate]>([
    ['BatchGetItem', 'is lost'],
    ['UpdateItem', 'is lost'],
    ['UpdateItem', 'its answer is lost'],
    ['BatchWriteItem', 'is lost'],
    ['BatchWriteItem', 'its answer is lost'],
  ])('%s: %s', async (lost, fate) => {
    const { endpoint, notify, sent, stateThrough, write } = await openScene();
    const met = new Set<string>();
    const gate = await startGate(endpoint, ({ operation, sender }) => {
      if (operation !== lost || met.has(sender)) return 'passes';
      met.add(sender);
      return fate;
    });
    for (const sender of senders) {
      const client = clientFor(gate.addressFor(sender));
      await notify([write(), write()], { state: stateThrough(client) });
      client.destroy();
    }
    await gate.close();
    expect(met.size).toBeGreaterThan(0);
    expect(sent).toHaveLength(1);
  });
});
