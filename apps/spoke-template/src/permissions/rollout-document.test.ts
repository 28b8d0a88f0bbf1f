import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentFile, rolloutDocument } from './rollout-document.ts';

it('docs/deployment.md shows the permissions of the example; else: npx nx run spoke-template:permissions-document', () => {
  expect(readFileSync(documentFile, 'utf8')).toBe(rolloutDocument());
});
