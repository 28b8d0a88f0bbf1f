import { expect, test } from 'vitest';
import { startMoto, whyNoMoto } from './moto-server.ts';

const missing = whyNoMoto();

test.skipIf(missing !== undefined)(
  'answers while it runs, and nothing answers once it is stopped',
  async () => {
    const moto = await startMoto();
    try {
      expect((await fetch(`${moto.url}/moto-api/data.json`)).status).toBe(200);
    } finally {
      await moto.stop();
    }
    await expect(fetch(moto.url)).rejects.toThrow();
  },
  60_000,
);

test('where it is not on the PATH, that is said', () => {
  const path = process.env['PATH'];
  try {
    process.env['PATH'] = '';
    expect(whyNoMoto()).toBe('moto_server is not installed');
  } finally {
    process.env['PATH'] = path;
  }
});
