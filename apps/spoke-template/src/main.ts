import { synthesize } from '@root-activity-monitor/synth-checks';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import { spokeApp } from './spoke-app.ts';
import { folders } from './folders.ts';

const outdir = folders.templateAssembly;
synthesize({
  workspaceRoot: folders.workspaceRoot,
  outdir,
  acknowledged: acknowledgedFindings,
  make: (config) => spokeApp(config, outdir),
});
