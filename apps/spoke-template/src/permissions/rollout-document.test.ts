import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DOCUMENT, rolloutDocument } from './rollout-document.ts';

test('docs/deployment.md shows the permissions of the example; else: npx nx run spoke-template:permissions-document', () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(rolloutDocument());
});
