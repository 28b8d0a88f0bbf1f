import { afterEach, expect, test } from 'vitest';
import { clientsOf, closeClients } from '@root-activity-monitor/command-line/aws';
import { putSimulations } from './put-simulations.ts';
import type { Sending } from './simulation-entry.ts';
import { AnsweringServer, type Asked } from './testing/answering-server.ts';
import { credentials, sendings } from './testing/sendings.ts';

let tidy: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of tidy) await step();
  tidy = [];
});

/** @param answers an error code or nothing for each entry of each request */
async function put(
  count: number,
  answers: readonly (readonly (string | undefined)[])[],
  change: (all: readonly Sending[]) => void = () => undefined,
) {
  let request = 0;
  const server = await new AnsweringServer(({ body }: Asked) => {
    const codes = answers[request++] ?? [];
    const entries: unknown[] = JSON.parse(body).Entries;
    const Entries = entries.map((_, index) =>
      codes[index] === undefined ? { EventId: `e${index}` } : { ErrorCode: codes[index] },
    );
    return { body: JSON.stringify({ Entries }) };
  }).start();
  const clients = clientsOf({ region: 'eu-west-1', endpointUrl: server.url, credentials });
  tidy = [() => closeClients(clients), () => server.stop()];
  const all = sendings(count);
  change(all);
  const warned: string[] = [];
  const options = {
    signal: new AbortController().signal,
    warn: (line: string) => warned.push(line),
  };
  const sent = await putSimulations(clients, all, {
    ...options,
    betweenRequests: 0,
    firstBackoff: 1,
  });
  const idsOf = ({ body }: Asked): string[] =>
    JSON.parse(body).Entries.map(({ Detail }: { Detail: string }) => JSON.parse(Detail).eventID);
  return { sent, all, warned, requests: server.asked.map(idsOf) };
}

test('ten at a time, in order', async () => {
  const { requests, all, sent } = await put(23, []);
  expect(requests.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect(requests.flat()).toEqual(all.map(({ eventId }) => eventId));
  expect(sent.every(({ refused }) => refused === undefined)).toBe(true);
});

test('only what was throttled is sent again', async () => {
  const { requests, all, sent, warned } = await put(3, [
    [undefined, 'ThrottlingException', undefined],
  ]);
  expect(requests).toEqual([all.map(({ eventId }) => eventId), [all[1]!.eventId]]);
  expect(sent.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined]);
  expect(warned).toEqual(['1 of 3 were not taken; sending them again']);
});

test('what AWS will never take is reported, not repeated', async () => {
  const { requests, sent } = await put(2, [['NotAuthorizedForSourceException', undefined]]);
  expect(requests).toHaveLength(1);
  expect(sent.map(({ refused }) => refused)).toEqual([
    'NotAuthorizedForSourceException: ',
    undefined,
  ]);
});

test('it gives up after six tries, and says so', async () => {
  const { requests, sent } = await put(
    1,
    Array.from({ length: 9 }, () => ['InternalFailure']),
  );
  expect(requests).toHaveLength(6);
  expect(sent[0]?.refused).toContain('InternalFailure');
});

test('a request that is throttled as a whole is sent again', async () => {
  let requests = 0;
  const server = await new AnsweringServer(() => {
    requests += 1;
    return requests <= 3
      ? { status: 400, body: '{"__type":"ThrottlingException"}' }
      : { body: '{"Entries":[{"EventId":"1"}]}' };
  }).start();
  const clients = clientsOf({ region: 'eu-west-1', endpointUrl: server.url, credentials });
  tidy = [() => closeClients(clients), () => server.stop()];
  const options = { signal: new AbortController().signal, warn: () => undefined, firstBackoff: 1 };
  const [sent] = await putSimulations(clients, sendings(1), options);
  expect(sent?.refused).toBeUndefined();
  expect(requests).toBe(4);
});

test('what is larger than EventBridge takes is reported, and its neighbours are sent', async () => {
  const { requests, sent } = await put(3, [], (all) => {
    all[1]!.entry.Detail = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
  });
  expect(requests.map(({ length }) => length)).toEqual([1, 1]);
  expect(sent.map(({ refused }) => refused?.slice(0, 8))).toEqual([
    undefined,
    'TooLarge',
    undefined,
  ]);
});
