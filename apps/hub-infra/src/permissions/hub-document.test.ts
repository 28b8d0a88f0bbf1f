import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentFile, hubDocument } from './hub-document.ts';

it('docs/deployment.md shows the permissions of the example; else: npx nx run hub-infra:permissions-document', () => {
  expect(readFileSync(documentFile, 'utf8')).toBe(hubDocument());
});
