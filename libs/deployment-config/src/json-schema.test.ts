import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configJsonSchema, jsonSchemaFile } from './json-schema.ts';
import { exampleFile, parseDeploymentConfig } from './load-config.ts';

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

it('the JSON schema in the workspace is that of the zod schema; else run nx run deployment-config:schema', () => {
  const stored: unknown = JSON.parse(readFileSync(join(workspaceRoot, jsonSchemaFile), 'utf8'));
  expect(stored).toEqual(configJsonSchema());
});

it('every field is described', () => {
  const gaps = undescribed('config', configJsonSchema() as Described);
  expect(gaps).toEqual([
    // A list of one field each: the object above says it.
    'config.alerts.subscriptions',
    'config.operations.subscriptions',
  ]);
});

it('the example is valid and points at the schema', () => {
  const text = readFileSync(join(workspaceRoot, exampleFile), 'utf8');
  expect(parseDeploymentConfig(text, exampleFile).$schema).toBe(`./${jsonSchemaFile}`);
});
