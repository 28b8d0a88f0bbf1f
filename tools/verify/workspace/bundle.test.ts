import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const notifier = join(workspaceRoot, 'libs', 'notifier');
const esbuild = join(workspaceRoot, 'node_modules', '.bin', 'esbuild');

const ProjectSchema = z.object({
  targets: z.object({
    bundle: z.object({
      options: z.object({ command: z.string() }),
      inputs: z.array(
        z.union([z.string(), z.object({ externalDependencies: z.array(z.string()) })]),
      ),
    }),
  }),
});
/** What esbuild tells of a build: https://esbuild.github.io/api/#metafile */
const MetafileSchema = z.object({
  inputs: z.record(z.string(), z.object({ imports: z.array(z.object({ path: z.string() })) })),
  outputs: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.unknown()) })),
});
const packageOf = (file: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];

async function parsed<Schema extends z.ZodMiniType>(file: string, schema: Schema) {
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}

let folder = '';
let imported: ReadonlySet<string> = new Set();
let inlined: readonly string[] = [];
let aliases: readonly string[] = [];
let declared: readonly string[] = [];

beforeAll(async () => {
  const { targets } = await parsed(join(notifier, 'project.json'), ProjectSchema);
  const [, ...words] = targets.bundle.options.command.split(' ');
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  const metafile = join(folder, 'meta.json');
  await promisify(execFile)(
    esbuild,
    [...words, `--metafile=${metafile}`, `--outfile=${join(folder, 'index.mjs')}`],
    { cwd: notifier },
  );
  const { inputs, outputs } = await parsed(metafile, MetafileSchema);
  imported = new Set(
    Object.entries(inputs)
      .filter(([file]) => packageOf(file) === undefined)
      .flatMap(([, { imports }]) => imports.flatMap(({ path }) => packageOf(path) ?? [])),
  );
  inlined = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  aliases = words.flatMap((word) => /^--alias:.+=\.\/(.+)$/.exec(word)?.[1] ?? []);
  declared = targets.bundle.inputs.flatMap((input) =>
    typeof input === 'string' ? [] : input.externalDependencies,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  it('is made anew for a new version of every package that its own files import', () => {
    expect(imported).toContain('@aws-sdk/client-sns');
    expect(declared).toEqual(expect.arrayContaining([...imported]));
  });

  it('has every stand-in for a part of the SDK, and nothing of the part', () => {
    expect(aliases).toHaveLength(3);
    expect(inlined).toEqual(expect.arrayContaining([...aliases]));
    expect(inlined.filter((file) => /event-streams\/|credential-provider-node/.test(file))).toEqual(
      [],
    );
  });
});
