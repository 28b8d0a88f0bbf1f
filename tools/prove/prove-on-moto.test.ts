import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  CloudFormationClient,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials } from '../simulate/on-bus/testing/sendings.ts';
import { startHubOnMoto, type HubOnMoto } from '../simulate/on-bus/testing/hub-on-moto.ts';
import { whyNoMoto } from '@root-activity-monitor/local-aws/moto';

const missing = whyNoMoto();
let hub: HubOnMoto;
beforeAll(async () => {
  if (missing === undefined) hub = await startHubOnMoto();
}, 60_000);
afterAll(async () => await hub?.stop());

/** Runs the program as a user would, over HTTP against the emulator. */
const run = (...words: readonly string[]) =>
  new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    const main = join(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', (status) => resolve({ status, out, err }));
  });
const onMoto = (...words: readonly string[]) =>
  run('--endpoint-url', hub.url, '--region', 'eu-west-1', '--json', ...words);
const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { row: string; verdict: string; found: string });

it.skipIf(missing !== undefined)(
  'every row has a line with a verdict and what was found',
  async () => {
    const { out, status } = await onMoto();
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(10);
    for (const { found, verdict } of rows) {
      expect(found).not.toBe('');
      expect(['proven', 'refuted', 'not checked']).toContain(verdict);
    }
    expect(status).toBe(rows.some(({ verdict }) => verdict === 'refuted') ? 1 : 3);
  },
);

it.skipIf(missing !== undefined)('a bus whose rules match no root sign-in is refuted', async () => {
  const { out, status } = await onMoto('--row', 'P1');
  expect(rowsOf(out)).toMatchObject([
    { row: 'P1', verdict: 'refuted', found: expect.stringContaining('no rule') },
  ]);
  expect(status).toBe(1);
});

it.skipIf(missing !== undefined)(
  'without --yes and without a terminal nothing is sent',
  async () => {
    const { out } = await onMoto('--row', 'P8');
    expect(rowsOf(out)).toMatchObject([
      { verdict: 'not checked', found: expect.stringContaining('--yes') },
    ]);
  },
);

it.skipIf(missing !== undefined)('a StackSet that reached no account is refuted', async () => {
  const client = new CloudFormationClient({ region: 'eu-west-1', endpoint: hub.url, credentials });
  const StackSetName = 'root-activity-monitor';
  const TemplateBody = JSON.stringify({
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'parked' } } },
  });
  await client.send(new CreateStackSetCommand({ StackSetName, TemplateBody }));
  expect(rowsOf((await onMoto('--row', 'P10')).out)).toMatchObject([{ verdict: 'refuted' }]);
  await client.send(
    new CreateStackInstancesCommand({
      StackSetName,
      Accounts: ['222233334444'],
      Regions: ['eu-west-1', 'us-east-1'],
    }),
  );
  expect(rowsOf((await onMoto('--row', 'P10')).out)).toMatchObject([
    {
      verdict: 'not checked',
      found: expect.stringContaining('2 instances: 1 accounts, 2 Regions, all current'),
    },
  ]);
  client.destroy();
});

it('wrong usage ends with 2 and one line', async () => {
  const { status, err, out } = await run('--row', 'nothing');
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err.trim().split('\n')).toHaveLength(1);
});

it('--help lists every flag', async () => {
  const { status, out } = await run('--help');
  expect(status).toBe(0);
  for (const flag of ['--row', '--yes', '--json', '--region', '--endpoint-url'])
    expect(out).toContain(flag);
});
