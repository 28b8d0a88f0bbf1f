import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

const ProjectSchema = z.object({
  targets: z.record(z.string(), z.object({ dependsOn: z.array(z.unknown()).optional() })),
});

test.each(['diff', 'deploy', 'destroy'])(
  '%s says what is wrong before anything is synthesized, and with a status of its own',
  (target) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'project.json'), 'utf8');
    const { targets } = ProjectSchema.parse(JSON.parse(text));
    // Nx ends with 130, as after Ctrl-C, where a task fails that another depends on.
    expect(targets[target]).toBeDefined();
    expect(targets[target]?.dependsOn).toBeUndefined();
  },
);
