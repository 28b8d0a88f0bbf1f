// Loaded into the notifier's process by the harness, before the bundle: makes what it does on the
// network a sequence. Requests to AWS go out one after the other, in the order in which they were
// made, and a timer (the SDK's backoff) fires when nothing else is under way, in the order of its
// time, without waiting for it. So where the harness strikes never depends on how fast things are.
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const realRequest = http.request;
const runtimeApi = process.env.AWS_LAMBDA_RUNTIME_API ?? '';
/** Turns of the event loop without anything new, after which the process counts as waiting. */
const quietTurns = 6;

let underWay = 0;
let happened = 0;

http.request = (...given) => {
  const [options] = given;
  if (`${options.host ?? options.hostname}:${options.port}` === runtimeApi)
    return realRequest(...given);
  underWay += 1;
  happened += 1;
  const request = realRequest({ ...options, agent }, ...given.slice(1));
  request.once('close', () => {
    underWay -= 1;
    happened += 1;
    watch();
  });
  return request;
};

let time = 0;
let order = 0;
const waiting = new Map();
let watching = false;

function watch(seen = -1, turns = 0) {
  if (seen === -1 && watching) return;
  watching = waiting.size > 0 && underWay === 0;
  if (!watching) return;
  if (seen === happened && turns >= quietTurns) {
    const [[handle, timer]] = [...waiting].sort(
      ([, a], [, b]) => a.due - b.due || a.order - b.order,
    );
    waiting.delete(handle);
    time = timer.due;
    happened += 1;
    timer.run();
  }
  setImmediate(watch, happened, seen === happened && turns < quietTurns ? turns + 1 : 0);
}

globalThis.setTimeout = (run, delay = 0, ...given) => {
  order += 1;
  const number = order;
  const handle = {
    ref: () => handle,
    unref: () => handle,
    hasRef: () => true,
    [Symbol.toPrimitive]: () => number,
  };
  waiting.set(handle, { due: time + Number(delay), order, run: () => run(...given) });
  happened += 1;
  watch();
  return handle;
};
globalThis.clearTimeout = (handle) => {
  for (const known of waiting.keys())
    if (known === handle || Number(known) === handle) waiting.delete(known);
};
timersPromises.setTimeout = (delay, value) =>
  new Promise((resolve) => globalThis.setTimeout(resolve, delay, value));
// The jitter of backoffs.
Math.random = () => 0.5;
syncBuiltinESMExports();
