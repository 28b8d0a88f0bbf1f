import type { Credentials } from '@root-activity-monitor/command-line/aws';
import { required, assert } from '../checks/assert.ts';
import { askEmulator, type EmulatorAccess } from '../emulator/ask-emulator.ts';

const roleName = 'root-activity-deployer';

/**
 * Creates a role in an account with one policy, and credentials of that role.
 *
 * @param policy as JSON
 */
export async function makeDeployer(
  access: EmulatorAccess,
  account: string,
  policy: string,
): Promise<Credentials> {
  const iam = async (Action: string, parameters: Readonly<Record<string, string>>) => {
    const body = { Action, Version: '2010-05-08', RoleName: roleName, ...parameters };
    const { ok, text } = await askEmulator(access, { service: 'iam', body });
    assert(ok, `iam ${Action} failed: ${text.slice(0, 300)}`);
  };
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }],
  };
  await iam('CreateRole', { AssumeRolePolicyDocument: JSON.stringify(trust) });
  await iam('PutRolePolicy', { PolicyName: 'printed', PolicyDocument: policy });
  const { text } = await askEmulator(access, {
    service: 'sts',
    body: {
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${account}:role/${roleName}`,
      RoleSessionName: 'e2e',
    },
  });
  const part = (name: string) =>
    required(new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1], `${name} of the deployer`);
  return {
    accessKeyId: part('AccessKeyId'),
    secretAccessKey: part('SecretAccessKey'),
    sessionToken: part('SessionToken'),
  };
}
