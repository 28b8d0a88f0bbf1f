import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolloutApp, SPOKE_STACK } from '../apps.ts';
import { folders } from '../folders.ts';
import { synthesize } from '../synthesize.ts';

// The very template that the synth target wrote, and that is simulated.
const template: unknown = JSON.parse(
  readFileSync(join(folders.templateAssembly, `${SPOKE_STACK}.template.json`), 'utf8'),
);
const outdir = folders.rolloutAssembly;
synthesize(outdir, (config) => rolloutApp(config, JSON.stringify(template), outdir));
