import { writeFileSync } from 'node:fs';
import { DOCUMENT, rolloutDocument } from './rollout-document.ts';

writeFileSync(DOCUMENT, rolloutDocument());
