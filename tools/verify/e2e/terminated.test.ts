import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { whyNoMoto } from '@root-activity-monitor/local-aws/moto';

const missing = whyNoMoto();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(missing !== undefined).each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  'after %s, which may come twice, nothing is left: no folder, no process',
  async (signal, expected) => {
    const main = join(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    // A wrapper relays what its whole process group got.
    const twice = () => {
      child.kill(signal);
      setTimeout(() => child.kill(signal), 5);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      // Bootstrapping runs then, in processes of its own.
      if (output.includes('a copy of the workspace')) setTimeout(twice, 1_500);
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(output).toContain('a copy of the workspace');
    expect(status).toBe(expected);
    expect(readdirSync(folder).filter((name) => name.startsWith('root-activity'))).toEqual([]);
    const [, port = ''] = /http:\/\/localhost:(\d+)/.exec(output) ?? [];
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  },
);
