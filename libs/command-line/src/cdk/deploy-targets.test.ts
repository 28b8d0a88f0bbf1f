import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const apps = join(import.meta.dirname, '..', '..', '..', '..', 'apps');
const ProjectSchema = z.object({
  targets: z.record(z.string(), z.object({ dependsOn: z.array(z.unknown()).optional() })),
});

describe.each(['hub-infra', 'spoke-template'])('%s', (app) => {
  it.each(['diff', 'deploy', 'destroy'])(
    'says what is wrong before anything is synthesized, and with a status of its own: %s',
    (target) => {
      const text = readFileSync(join(apps, app, 'project.json'), 'utf8');
      const { targets } = ProjectSchema.parse(JSON.parse(text));
      // Nx ends with 130, as after Ctrl-C, where a task fails that another depends on.
      expect(targets[target]).toBeDefined();
      expect(targets[target]?.dependsOn).toBeUndefined();
    },
  );
});
