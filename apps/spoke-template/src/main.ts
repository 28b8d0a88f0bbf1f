import { spokeApp } from './apps.ts';
import { folders } from './folders.ts';
import { synthesize } from './synthesize.ts';

const outdir = folders.templateAssembly;
synthesize(outdir, (config) => spokeApp(config, outdir));
