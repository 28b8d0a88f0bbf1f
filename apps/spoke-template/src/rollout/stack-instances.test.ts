import {
  startAwsQueryServer,
  type AwsQueryServer,
} from '@root-activity-monitor/command-line/testing/aws-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rolloutConfig } from '../testing/rollout-config.ts';
import { stackInstances } from './stack-instances.ts';

let pages: string[];
let server: AwsQueryServer;

const page = (members: readonly string[], next = ''): string =>
  `<Summaries>${members.map((member) => `<member>${member}</member>`).join('')}</Summaries>${next && `<NextToken>${next}</NextToken>`}`;

beforeEach(async () => {
  server = await startAwsQueryServer(() => pages[server.calls.length - 1]);
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'CALLER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

it('all pages are read, with the detailed status where there is one', async () => {
  pages = [
    page(
      [
        '<Account>444455556666</Account><Region>eu-west-1</Region><Status>OUTDATED</Status><StackInstanceStatus><DetailedStatus>FAILED</DetailedStatus></StackInstanceStatus><StatusReason>denied</StatusReason>',
      ],
      'more',
    ),
    page(['<Account>555566667777</Account><Region>us-east-1</Region><Status>CURRENT</Status>']),
  ];
  expect(await stackInstances(rolloutConfig())).toEqual([
    { account: '444455556666', region: 'eu-west-1', status: 'FAILED', reason: 'denied' },
    { account: '555566667777', region: 'us-east-1', status: 'CURRENT', reason: '' },
  ]);
  expect(server.calls.map(({ form }) => [form.get('StackSetName'), form.get('NextToken')])).toEqual(
    [
      ['root-activity-monitor', null],
      ['root-activity-monitor', 'more'],
    ],
  );
});

it.each([
  [undefined, 'SELF'],
  ['444455556666', 'DELEGATED_ADMIN'],
])('rolled out by %s it is asked as %s', async (rolloutAccountId, callAs) => {
  pages = [page([])];
  await stackInstances(rolloutConfig({ rolloutAccountId }));
  expect(server.calls[0]?.form.get('CallAs')).toBe(callAs);
});
