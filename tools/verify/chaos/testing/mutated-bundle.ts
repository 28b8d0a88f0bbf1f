import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions, type PluginBuild } from 'esbuild';
import * as z from 'zod';

const notifier = join(import.meta.dirname, '..', '..', '..', '..', 'libs', 'notifier');

/** A change to one file of the notifier: what it reads, and what it reads instead. */
export interface Mutation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bundles the notifier exactly as its `bundle` target does, but for the change; gives the folder. */
export async function bundleWith(mutation?: Mutation): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mutated-bundle-'));
  await build({
    ...deployedOptions(),
    absWorkingDir: notifier,
    outfile: join(folder, 'index.mjs'),
    logLevel: 'error',
    plugins: mutation === undefined ? [] : [replacing(mutation)],
  });
  return folder;
}

const ProjectSchema = z.object({
  targets: z.object({ bundle: z.object({ options: z.object({ command: z.string() }) }) }),
});

/** The flags of the `bundle` target, as options of esbuild's API. */
function deployedOptions(): BuildOptions {
  const project = ProjectSchema.parse(
    JSON.parse(readFileSync(join(notifier, 'project.json'), 'utf8')),
  );
  const [program, ...words] = project.targets.bundle.options.command.split(' ');
  if (program !== 'esbuild') throw new Error(`the bundle target runs ${program}, not esbuild`);
  const options: Record<string, unknown> = {};
  const alias: Record<string, string> = {};
  for (const word of words.filter((one) => one.startsWith('--'))) {
    const [flag = '', value] = word.slice(2).split('=');
    const name = flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (flag.startsWith('alias:')) alias[flag.slice('alias:'.length)] = value ?? '';
    else options[name] = name === 'mainFields' ? value?.split(',') : (value ?? true);
  }
  const entryPoints = words.filter((one) => !one.startsWith('--'));
  return { ...options, alias, entryPoints };
}

function replacing({ file, from, to }: Mutation) {
  const path = join(notifier, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain what the mutation replaces`);
  return {
    name: 'mutation',
    setup(bundling: PluginBuild) {
      bundling.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
        loaded === path ? { contents: text.replace(from, to), loader: 'ts' } : undefined,
      );
    },
  };
}
