import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coldStart } from './cold-start.ts';

const runtimeApi = createServer((_, response) => response.end('{}'));
let environment: Record<string, string> = {};

beforeAll(async () => {
  await once(runtimeApi.listen(0, '127.0.0.1'), 'listening');
  const address = runtimeApi.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  environment = { NEXT_EVENT_URL: `http://127.0.0.1:${address.port}/` };
});
afterAll(() => runtimeApi.close());

/** Starts a handler that logs and returns this, as one that has to alert. */
function start(log: string, failures: readonly string[]) {
  const code = `export const handler = async () => {
    process.stdout.write(${JSON.stringify(log)});
    return { batchItemFailures: ${JSON.stringify(failures)} };
  };`;
  const file = `data:text/javascript,${encodeURIComponent(code)}`;
  return coldStart(process.execPath, { file, outcome: 'alerted' }, environment);
}

describe('a cold start', () => {
  it('is measured when its event alerted', async () => {
    const { wall, cpu } = await start('{"outcome":"alerted"}', []);
    expect(wall).toBeGreaterThan(0);
    expect(cpu).toBeGreaterThan(0);
  });

  it('is refused when its event failed', async () => {
    await expect(start('{"outcome":"alerted"}', ['message-1'])).rejects.toThrow('event failed');
  });

  it('is refused when its event ended otherwise than in an alert', async () => {
    await expect(start('{"outcome":"recorded"}', [])).rejects.toThrow('was not alerted');
    await expect(start('', [])).rejects.toThrow('was not alerted');
  });
});
