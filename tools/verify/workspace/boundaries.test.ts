import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const eslint = new ESLint({ cwd: workspaceRoot });

/** The rules that object to one more import in an existing file. */
async function objectionsTo(imported: string, file: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, {
    filePath: join(workspaceRoot, file),
  });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse error');
}

const boundaries = '@nx/enforce-module-boundaries';

it.each([
  ['the notifier', 'CDK', 'aws-cdk-lib/core', 'libs/notifier/src/activity/activity.ts', boundaries],
  [
    'the notifier',
    'fixtures',
    '@root-activity-monitor/event-fixtures',
    'libs/notifier/src/activity/activity.ts',
    boundaries,
  ],
  [
    'the core of the notifier',
    'the AWS SDK',
    '@aws-sdk/client-sns',
    'libs/notifier/src/activity/activity.ts',
    'no-restricted-imports',
  ],
  [
    'the core of the notifier',
    'an adapter',
    './adapters/log.ts',
    'libs/notifier/src/notify-batch.ts',
    'no-restricted-imports',
  ],
  ['a contract', 'the AWS SDK', '@aws-sdk/client-sns', 'libs/event-schema/src/wire.ts', boundaries],
  [
    'a contract',
    'the notifier',
    '@root-activity-monitor/notifier',
    'libs/event-pattern/src/index.ts',
    boundaries,
  ],
  [
    'a check of synth',
    'the AWS SDK',
    '@aws-sdk/client-sns',
    'libs/synth-checks/src/preflight.ts',
    boundaries,
  ],
  ['a command', 'CDK', 'aws-cdk-lib/core', 'libs/command-line/src/cdk/own-config.ts', boundaries],
  [
    'infra',
    'the notifier',
    '@root-activity-monitor/notifier',
    'apps/hub-infra/src/hub-stack.ts',
    boundaries,
  ],
  [
    'the notifier',
    'the simulator',
    '@root-activity-monitor/local-aws',
    'libs/notifier/src/activity/activity.ts',
    boundaries,
  ],
  [
    'the simulator',
    'the AWS SDK',
    '@aws-sdk/client-sns',
    'libs/local-aws/src/sns/endpoint.ts',
    boundaries,
  ],
  [
    'the simulator',
    'the notifier',
    '@root-activity-monitor/notifier',
    'libs/local-aws/src/sns/endpoint.ts',
    boundaries,
  ],
  ['tooling', 'CDK', 'aws-cdk-lib/core', 'tools/simulate/main.ts', boundaries],
  ['tooling', 'dynalite', 'dynalite', 'tools/simulate/main.ts', boundaries],
  [
    'tooling',
    'what proves it',
    '@root-activity-monitor/chaos',
    'tools/simulate/main.ts',
    boundaries,
  ],
  ['verification', 'CDK', 'aws-cdk-lib/core', 'tools/verify/chaos/main.ts', boundaries],
])('%s may not import %s', async (_importer, _imported, specifier, file, rule) => {
  expect(await objectionsTo(specifier, file)).toContain(rule);
});

it.each([
  ['the entry of the notifier, the AWS SDK', '@aws-sdk/client-sns', 'libs/notifier/src/handler.ts'],
  [
    'a test, fixtures',
    '@root-activity-monitor/event-fixtures',
    'libs/notifier/src/delivery/sessions.test.ts',
  ],
  [
    'a test of the notifier, the simulator',
    '@root-activity-monitor/local-aws',
    'libs/notifier/src/delivery/sessions.test.ts',
  ],
  [
    'a bench of the notifier, the simulator',
    '@root-activity-monitor/local-aws',
    'libs/notifier/bench/endpoints.ts',
  ],
  [
    'a test of the simulator, the AWS SDK',
    '@aws-sdk/client-sns',
    'libs/local-aws/src/sns/endpoint.test.ts',
  ],
  ['verification, tooling', '@root-activity-monitor/tools/redrive', 'tools/verify/chaos/main.ts'],
])('%s: allowed', async (_, specifier, file) => {
  expect(await objectionsTo(specifier, file)).toEqual([]);
});
