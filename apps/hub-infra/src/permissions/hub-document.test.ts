import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DOCUMENT, hubDocument } from './hub-document.ts';

test('docs/deployment.md shows the permissions of the example; else: npx nx run hub-infra:permissions-document', () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(hubDocument());
});
