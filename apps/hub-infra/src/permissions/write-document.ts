import { writeFileSync } from 'node:fs';
import { DOCUMENT, hubDocument } from './hub-document.ts';

writeFileSync(DOCUMENT, hubDocument());
