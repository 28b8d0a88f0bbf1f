import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whyNoMoto } from '@root-activity-monitor/local-aws/moto';

const missing = whyNoMoto();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(missing !== undefined).each(['SIGTERM', 'SIGINT'] as const)(
  'after %s, which may come twice, nothing is left: no folder, no process',
  async (signal) => {
    const main = join(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    // A wrapper relays what its whole process group got.
    const twice = () => {
      child.kill(signal);
      setTimeout(() => child.kill(signal), 5);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      // Bootstrapping runs then, in processes of its own.
      if (said.includes('a copy of the workspace')) setTimeout(twice, 1_500);
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(said).toContain('a copy of the workspace');
    expect(said).toContain('interrupted');
    expect(status).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith('root-activity'))).toEqual([]);
    const [, port = ''] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  },
);
