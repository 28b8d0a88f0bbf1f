import { basename } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Vitest settings of one project; the JSON report is what `.ci/run` counts. */
export function projectTests(
  projectName: string,
  overrides: ViteUserConfig['test'] = {},
): ViteUserConfig {
  const workspaceRoot = import.meta.dirname;
  return defineConfig({
    test: {
      name: basename(projectName),
      // Says nothing that somebody who runs the tests could act on.
      env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      include: ['**/*.test.ts'],
      // Modules are loaded once a worker: no test may leave anything behind in one.
      isolate: false,
      exclude: ['**/node_modules/**', '**/cdk.out/**', '**/dist/**'],
      // For what hangs. Anything shorter is reached by tests that do real I/O on a busy machine.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      reporters: [
        'default',
        ['json', { outputFile: `${workspaceRoot}/test-results/${projectName}.json` }],
      ],
      ...overrides,
    },
  });
}
