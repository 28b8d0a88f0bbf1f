import { writeFileSync } from 'node:fs';
import { documentFile, hubDocument } from './hub-document.ts';

writeFileSync(documentFile, hubDocument());
