import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema, JSON_SCHEMA_FILE } from './json-schema.ts';
import { EXAMPLE_FILE, parseDeploymentConfig } from './load-config.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

const undescribed = (
  name: string,
  { description, properties = {}, items }: Described,
): string[] => [
  ...(description === undefined ? [name] : []),
  ...Object.entries(properties).flatMap(([key, value]) => undescribed(`${name}.${key}`, value)),
  ...Object.entries(items?.properties ?? {}).flatMap(([key, value]) =>
    undescribed(`${name}[].${key}`, value),
  ),
];

test('the JSON schema in the workspace is that of the zod schema; else run nx run deployment-config:schema', () => {
  const stored: unknown = JSON.parse(readFileSync(join(workspaceRoot, JSON_SCHEMA_FILE), 'utf8'));
  expect(stored).toEqual(configJsonSchema());
});

test('every field is described', () => {
  const gaps = undescribed('config', configJsonSchema() as Described);
  expect(gaps).toEqual([
    // A list of one field each: the object above says it.
    'config.alerts.subscriptions',
    'config.operations.subscriptions',
  ]);
});

test('the example is valid and points at the schema', () => {
  const text = readFileSync(join(workspaceRoot, EXAMPLE_FILE), 'utf8');
  expect(parseDeploymentConfig(text, EXAMPLE_FILE).$schema).toBe(`./${JSON_SCHEMA_FILE}`);
});
