import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '@root-activity-monitor/synth-checks';
import { acknowledgedFindings } from '../acknowledged-findings.ts';
import { spokeStack } from '../spoke-app.ts';
import { rolloutApp } from './rollout-app.ts';
import { folders } from '../folders.ts';

// The very template that the synth target wrote, and that is simulated.
const template: unknown = JSON.parse(
  readFileSync(join(folders.templateAssembly, `${spokeStack}.template.json`), 'utf8'),
);
const outdir = folders.rolloutAssembly;
synthesize({
  workspaceRoot: folders.workspaceRoot,
  outdir,
  acknowledged: acknowledgedFindings,
  make: (config) => rolloutApp(config, JSON.stringify(template), outdir),
});
