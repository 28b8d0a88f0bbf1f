import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rolloutConfig } from '../testing/rollout-config.ts';
import { stackInstances } from './stack-instances.ts';

let pages: string[];
let asked: URLSearchParams[];
let server: Server;

const page = (members: readonly string[], next = ''): string =>
  `<ListStackInstancesResponse><ListStackInstancesResult><Summaries>${members
    .map((member) => `<member>${member}</member>`)
    .join(
      '',
    )}</Summaries>${next && `<NextToken>${next}</NextToken>`}</ListStackInstancesResult></ListStackInstancesResponse>`;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(200, { 'content-type': 'text/xml' }).end(pages[asked.length - 1]);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'CALLER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test('all pages are read, with the detailed status where there is one', async () => {
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
  expect(asked.map((form) => [form.get('StackSetName'), form.get('NextToken')])).toEqual([
    ['root-activity-monitor', null],
    ['root-activity-monitor', 'more'],
  ]);
});

test.each([
  [undefined, 'SELF'],
  ['444455556666', 'DELEGATED_ADMIN'],
])('rolled out by %s it is asked as %s', async (rolloutAccountId, callAs) => {
  pages = [page([])];
  await stackInstances(rolloutConfig({ rolloutAccountId }));
  expect(asked[0]?.get('CallAs')).toBe(callAs);
});
