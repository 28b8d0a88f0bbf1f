import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { detectionsDocument } from './detections-document.ts';

const workspace = join(import.meta.dirname, '..', '..');
const file = join(workspace, 'docs', 'detections.md');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await detectionsDocument());
console.log(`written: ${relative(workspace, file)}`);
