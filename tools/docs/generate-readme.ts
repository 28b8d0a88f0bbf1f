import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFile } from '@root-activity-monitor/deployment-config';
import { readmeFacts } from './readme-facts.ts';
import { updatedReadme } from './readme.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..');
const file = join(workspaceRoot, 'README.md');

if (existsSync(join(workspaceRoot, configFile))) {
  console.log(`left as it is: README.md shows the example, and there is a ${configFile}`);
} else {
  const readme = readFileSync(file, 'utf8');
  writeFileSync(file, updatedReadme(readme, await readmeFacts(workspaceRoot)));
  console.log('written: README.md');
}
