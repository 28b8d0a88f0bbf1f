import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema, jsonSchemaFile } from './json-schema.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
writeFileSync(join(workspaceRoot, jsonSchemaFile), JSON.stringify(configJsonSchema()));
