import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDeployedHub } from '../hub/deployed-hub.ts';
import { bundleWith } from './mutated-bundle.ts';

it('without a mutation, the bundle is the one that is deployed, byte for byte', async () => {
  const folder = await bundleWith();
  const codeIn = (bundle: string) => readFileSync(join(bundle, 'index.mjs'), 'utf8');
  expect(codeIn(folder) === codeIn(loadDeployedHub().notifier.codeFolder)).toBe(true);
  rmSync(folder, { recursive: true });
});
