import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asDeployRole, stateOf, unprotect } from './hub-stack-state.ts';
import { hubConfig } from './testing/hub-template.ts';

/** What AWS answers to an action; an action that is missing is denied. */
let answers: Readonly<Record<string, string>>;
let asked: (readonly [URLSearchParams, keyId: string])[];
let server: Server;

const result = (action: string, content: string): string =>
  `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(body);
      const [, keyId = ''] = /Credential=(\w+)\//.exec(request.headers.authorization ?? '') ?? [];
      asked.push([form, keyId]);
      const answer = answers[form.get('Action') ?? ''];
      response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'text/xml' });
      response.end(
        answer ?? '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>',
      );
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

const assumed = result(
  'AssumeRole',
  '<Credentials><AccessKeyId>DEPLOYROLE</AccessKeyId><SecretAccessKey>example</SecretAccessKey><SessionToken>example</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials>',
);
const described = result(
  'DescribeStacks',
  '<Stacks><member><StackName>RootActivityMonitorHub</StackName><CreationTime>2026-11-02T09:14:33Z</CreationTime><StackStatus>ROLLBACK_COMPLETE</StackStatus><EnableTerminationProtection>true</EnableTerminationProtection></member></Stacks>',
);
const hub = { name: 'RootActivityMonitorHub', region: 'eu-west-1' };

test('the stack is seen and unprotected as the role that the CDK CLI deploys with', async () => {
  answers = {
    AssumeRole: assumed,
    DescribeStacks: described,
    UpdateTerminationProtection: result('UpdateTerminationProtection', ''),
  };
  const client = await asDeployRole(hubConfig());
  expect(await stateOf(client, hub)).toEqual({
    status: 'ROLLBACK_COMPLETE',
    terminationProtection: true,
  });
  await unprotect(client, hub);
  expect(asked.map(([form, keyId]) => [form.get('Action'), keyId])).toEqual([
    ['AssumeRole', 'CALLER'],
    ['DescribeStacks', 'DEPLOYROLE'],
    ['UpdateTerminationProtection', 'DEPLOYROLE'],
  ]);
  expect(asked[0]?.[0].get('RoleArn')).toBe(
    'arn:aws:iam::123456789012:role/cdk-hnb659fds-deploy-role-123456789012-eu-west-1',
  );
  expect(Object.fromEntries(asked[2]?.[0] ?? [])).toMatchObject({
    StackName: 'RootActivityMonitorHub',
    EnableTerminationProtection: 'false',
  });
});

test('where the role may not be assumed, it is tried with the own credentials', async () => {
  answers = { DescribeStacks: described };
  await stateOf(await asDeployRole(hubConfig()), hub);
  expect(asked.at(-1)?.[1]).toBe('CALLER');
});
