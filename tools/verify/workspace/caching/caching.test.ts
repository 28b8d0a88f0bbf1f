import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');
const program = join(import.meta.dirname, 'task-hashes.mjs');
const left = [
  'node_modules',
  'dist',
  'cdk.out',
  'coverage',
  'test-results',
  'reports',
  '.nx',
  '.git',
];
const HashesSchema = z.array(z.tuple([z.string(), z.string()]));

let copy = '';
/** Of every task, after the last edit. */
let hashes: ReadonlyMap<string, string> = new Map();

async function readHashes() {
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    cwd: copy,
    env: { PATH: process.env['PATH'], NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' },
    timeout: 60_000,
  });
  return new Map(HashesSchema.parse(JSON.parse(stdout)));
}

/** The tasks whose hash an edit changes: they run again, and all others come from the cache. */
async function rerunAfter(edit: Promise<void>): Promise<readonly string[]> {
  await edit;
  const before = hashes;
  hashes = await readHashes();
  return [...hashes].flatMap(([task, hash]) => (before.get(task) === hash ? [] : [task])).sort();
}

const append = (file: string, text: string) => appendFile(join(copy, file), text);

async function replace(file: string, pattern: RegExp, by: string) {
  const text = await readFile(join(copy, file), 'utf8');
  const changed = text.replace(pattern, by);
  if (changed === text) throw new Error(`${file} has nothing like ${pattern}`);
  await writeFile(join(copy, file), changed);
}

const checksOf = (project: string) => ['lint', 'test', 'typecheck'].map((on) => `${project}:${on}`);

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'workspace-'));
  await cp(workspaceRoot, copy, {
    recursive: true,
    filter: (source) => !left.includes(basename(source)),
  });
  await symlink(join(workspaceRoot, 'node_modules'), join(copy, 'node_modules'), 'junction');
  hashes = await readHashes();
});
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('what runs again after an edit', () => {
  it('of nothing: nothing', async () => {
    expect(await rerunAfter(Promise.resolve())).toEqual([]);
  });

  it("of a test: that project's checks", async () => {
    const file = 'libs/notifier/src/detections/root-sign-in.test.ts';
    expect(await rerunAfter(append(file, '// edited\n'))).toEqual(checksOf('notifier'));
  });

  it("of a helper of tests, or of the bench: that project's checks", async () => {
    const files = ['libs/notifier/src/testing/scene.ts', 'libs/notifier/bench/main.ts'];
    for (const file of files) {
      expect(await rerunAfter(append(file, '// edited\n'))).toEqual(checksOf('notifier'));
    }
  });

  it("of a library's README: its tests, which may read it", async () => {
    const edit = append('libs/notifier/README.md', 'Edited.\n');
    expect(await rerunAfter(edit)).toEqual(['notifier:test']);
  });

  it('of a detection: the bundle, the templates that carry it, and who imports it', async () => {
    const rerun = await rerunAfter(
      append('libs/notifier/src/detections/root-sign-in.ts', '// edited\n'),
    );
    expect(rerun).toEqual(
      expect.arrayContaining([
        'notifier:bundle',
        'hub-infra:synth',
        ...['notifier', 'tools', 'chaos', 'workspace'].flatMap(checksOf),
      ]),
    );
    const independent = /^(event-\w+|local-aws|command-line|spoke-template|deployment-\w+):/;
    expect(rerun.filter((task) => independent.test(task))).toEqual([]);
  });

  it('of a construct: that application, not the bundle', async () => {
    const rerun = await rerunAfter(append('apps/hub-infra/src/hub-stack.ts', '// edited\n'));
    expect(rerun).toEqual(expect.arrayContaining(['hub-infra:synth', ...checksOf('hub-infra')]));
    expect(rerun.filter((task) => /^(notifier|spoke-template|local-aws):/.test(task))).toEqual([]);
  });

  it('of the chaos harness: what proves, not what it proves', async () => {
    const rerun = await rerunAfter(append('tools/verify/chaos/main.ts', '// edited\n'));
    expect(rerun).toEqual(expect.arrayContaining(checksOf('chaos')));
    expect(rerun.filter((task) => !/^(chaos|storm|workspace):/.test(task))).toEqual([]);
  });

  it.each(['@aws-sdk/client-dynamodb', '@smithy/core'])(
    'of the version of %s: the bundle, the hub, and all checks',
    async (name) => {
      const locked = new RegExp(
        `(?<version>"node_modules/${name}": \\{\\s+"version": ")[^"]+(?<integrity>",\\s+"integrity": "sha512-)`,
      );
      const edit = replace('package-lock.json', locked, '$<version>99.0.0$<integrity>edited');
      expect(await rerunAfter(edit)).toEqual(
        expect.arrayContaining([
          'notifier:bundle',
          'hub-infra:synth',
          ...['notifier', 'hub-infra', 'tools', 'chaos'].flatMap(checksOf),
        ]),
      );
    },
  );
});
