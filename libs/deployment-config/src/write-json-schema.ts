import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema, JSON_SCHEMA_FILE } from './json-schema.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
writeFileSync(join(workspaceRoot, JSON_SCHEMA_FILE), JSON.stringify(configJsonSchema()));
