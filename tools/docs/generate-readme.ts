import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from '@root-activity-monitor/deployment-config';
import { readmeFacts } from './readme-facts.ts';
import { updatedReadme } from './readme.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');
const file = join(workspaceRoot, 'README.md');

if (existsSync(join(workspaceRoot, CONFIG_FILE))) {
  console.log(`left as it is: README.md shows the example, and there is a ${CONFIG_FILE}`);
} else {
  const readme = readFileSync(file, 'utf8');
  writeFileSync(file, updatedReadme(readme, await readmeFacts(workspaceRoot)));
  console.log('written: README.md');
}
