import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helps, helpSchema, schemaFile } from './help-schemas.ts';

for (const [program, help] of Object.entries(helps)) {
  const file = join(import.meta.dirname, '..', '..', '..', 'nx', schemaFile(program));
  writeFileSync(file, `${JSON.stringify(helpSchema(help), null, 2)}\n`);
}
console.log('written: tools/nx/*.schema.json');
