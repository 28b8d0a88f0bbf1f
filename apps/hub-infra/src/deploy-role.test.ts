import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  startAwsQueryServer,
  type AwsQueryServer,
} from '@root-activity-monitor/command-line/testing/aws-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asDeployRole } from './deploy-role.ts';
import { hubConfig } from './testing/hub-template.ts';

/** What AWS answers to an action; an action that is missing is denied. */
let answers: Readonly<Record<string, string>>;
let server: AwsQueryServer;

beforeEach(async () => {
  server = await startAwsQueryServer(({ form }) => answers[form.get('Action') ?? '']);
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'CALLER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const describe = async () => {
  const client = await asDeployRole(hubConfig());
  await client.send(new DescribeStacksCommand({ StackName: 'Hub' }));
  return server.calls.map(({ form, keyId }) => [form.get('Action'), keyId]);
};

it('CloudFormation is asked as the role that the CDK CLI deploys with', async () => {
  answers = {
    AssumeRole:
      '<Credentials><AccessKeyId>DEPLOYROLE</AccessKeyId><SecretAccessKey>example</SecretAccessKey><SessionToken>example</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials>',
    DescribeStacks: '<Stacks/>',
  };
  expect(await describe()).toEqual([
    ['AssumeRole', 'CALLER'],
    ['DescribeStacks', 'DEPLOYROLE'],
  ]);
  expect(server.calls[0]?.form.get('RoleArn')).toBe(
    'arn:aws:iam::123456789012:role/cdk-hnb659fds-deploy-role-123456789012-eu-west-1',
  );
});

it("where the role cannot be assumed, it is asked with the caller's own credentials", async () => {
  answers = { DescribeStacks: '<Stacks/>' };
  expect(await describe()).toEqual([
    ['AssumeRole', 'CALLER'],
    ['DescribeStacks', 'CALLER'],
  ]);
});
