import { writeFileSync } from 'node:fs';
import { documentFile, rolloutDocument } from './rollout-document.ts';

writeFileSync(documentFile, rolloutDocument());
