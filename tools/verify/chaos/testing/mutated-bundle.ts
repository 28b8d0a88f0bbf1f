import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type PluginBuild } from 'esbuild';

const notifier = join(import.meta.dirname, '..', '..', '..', '..', 'libs', 'notifier');

/** A change to one file of the notifier: what stands there, and what shall. */
export interface Mutation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bundles the notifier as its `bundle` target does, with a change, and gives the folder. */
export async function bundleWith(mutation?: Mutation): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mutated-bundle-'));
  await build({
    entryPoints: [join(notifier, 'src', 'handler.ts')],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': join(
        notifier,
        'src',
        'adapters',
        'lambda-credentials.ts',
      ),
    },
    logLevel: 'error',
    plugins: mutation === undefined ? [] : [replacing(mutation)],
  });
  return folder;
}

function replacing({ file, from, to }: Mutation) {
  const path = join(notifier, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not read any more as the mutation wants`);
  return {
    name: 'mutation',
    setup(bundling: PluginBuild) {
      bundling.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
        loaded === path ? { contents: text.replace(from, to), loader: 'ts' } : undefined,
      );
    },
  };
}
