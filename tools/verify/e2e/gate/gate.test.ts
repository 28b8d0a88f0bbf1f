import { createServer, type Server } from 'node:http';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { OrganizationsClient, ListRootsCommand } from '@aws-sdk/client-organizations';
import { TemplateSchema, type Stack } from '@root-activity-monitor/deployment-permissions';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPolicies } from '../permissions/may.ts';
import { handWrittenPolicy } from '../permissions/testing/hand-written-policy.ts';
import { startGate, type Gate } from './gate.ts';
import type { Restricted } from './judge.ts';

const account = '111122223333';
const region = 'eu-west-1';
const name = 'RootActivityMonitorManagement';
const stack: Stack = {
  name,
  account,
  region,
  assumedRoles: [],
  template: TemplateSchema.parse({
    Resources: { SpokeForwardingRoleA310FE86: { Type: 'AWS::IAM::Role' } },
  }),
};
const credentials = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret' };
const policies = readPolicies(JSON.stringify(handWrittenPolicy));
let passed: string[];
let behind: Server;
let gate: Gate;
let restricted: Map<string, Restricted>;

beforeEach(async () => {
  passed = [];
  behind = createServer((message, answer) => {
    message.setEncoding('utf8').on('data', (text: string) => passed.push(text));
    message.on('end', () => answer.end('<R><DescribeStacksResult/><CreateStackResult/></R>'));
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  const address = behind.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  restricted = new Map([[credentials.accessKeyId, { account, policies }]]);
  gate = await startGate(`http://127.0.0.1:${address.port}`, {
    restricted,
    roles: new Map(),
    stackOf: () => stack,
  });
});
afterEach(async () => {
  await gate.close();
  behind.close();
});

const client = () =>
  new CloudFormationClient({ region, endpoint: gate.url, credentials, maxAttempts: 1 });
const create = (RoleARN?: string) =>
  client().send(new CreateStackCommand({ StackName: name, TemplateBody: '{}', RoleARN }));

it('a stack is refused where the deployer may not do what CloudFormation does for it', async () => {
  await expect(create()).rejects.toThrow(/AccessDenied|iam:CreateRole/);
  expect(gate.refused.join()).toContain(
    'role/RootActivityMonitorManage-SpokeForwardingRoleA310FE-',
  );
  expect(passed).toEqual([]);
});

it('what is allowed passes, and is counted', async () => {
  await client().send(new DescribeStacksCommand({ StackName: name }));
  expect(passed.join()).toContain('DescribeStacks');
  expect(gate.calls).toEqual(new Map([['cloudformation:DescribeStacks', 1]]));
});

it('an operation that no statement names is refused, of the JSON protocol too', async () => {
  const restrictedTo = readPolicies(
    '{"Statement":{"Effect":"Allow","Action":"sts:*","Resource":"*"}}',
  );
  restricted.set(credentials.accessKeyId, { account, policies: restrictedTo });
  const organizations = new OrganizationsClient({
    region,
    endpoint: gate.url,
    credentials,
    maxAttempts: 1,
  });
  await expect(organizations.send(new ListRootsCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

it('a role that does not exist is refused, as CloudFormation does', async () => {
  const role = `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
  await expect(create(role)).rejects.toThrow('is invalid or cannot be assumed');
});

it('unrestricted credentials pass', async () => {
  restricted.clear();
  await create();
  expect(passed.join()).toContain('CreateStack');
});
