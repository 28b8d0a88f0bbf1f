import type { Credentials } from '@root-activity-monitor/command-line/aws';
import { demand, expectThat } from '../checks/assert.ts';
import { askEmulator, type Place } from '../emulator/ask-emulator.ts';

const ROLE = 'root-activity-deployer';

/**
 * Makes a role in an account that may do what a policy says and nothing else, and credentials of it.
 *
 * @param policy as JSON
 */
export async function makeDeployer(
  place: Place,
  account: string,
  policy: string,
): Promise<Credentials> {
  const iam = async (Action: string, parameters: Readonly<Record<string, string>>) => {
    const body = { Action, Version: '2010-05-08', RoleName: ROLE, ...parameters };
    const { ok, text } = await askEmulator(place, { service: 'iam', body });
    expectThat(ok, `iam ${Action} failed: ${text.slice(0, 300)}`);
  };
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }],
  };
  await iam('CreateRole', { AssumeRolePolicyDocument: JSON.stringify(trust) });
  await iam('PutRolePolicy', { PolicyName: 'printed', PolicyDocument: policy });
  const { text } = await askEmulator(place, {
    service: 'sts',
    body: {
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${account}:role/${ROLE}`,
      RoleSessionName: 'e2e',
    },
  });
  const part = (name: string) =>
    demand(new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1], `${name} of the deployer`);
  return {
    accessKeyId: part('AccessKeyId'),
    secretAccessKey: part('SecretAccessKey'),
    sessionToken: part('SessionToken'),
  };
}
