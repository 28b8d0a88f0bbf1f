import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { UserError } from '../command/errors.ts';
import { callAws, isMissing } from './call-aws.ts';
import type { Clients } from './clients.ts';

/**
 * The outputs of the hub's stack, by name.
 *
 * @throws UserError where there is no such stack in this account and Region
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export async function hubOutputs(clients: Clients): Promise<ReadonlyMap<string, string>> {
  const { cloudFormation, region, endpointUrl } = clients;
  const to = `read the outputs of the stack ${hubStackName}`;
  const answer = await callAws({ to, needs: 'cloudformation:DescribeStacks', endpointUrl }, () =>
    cloudFormation
      .send(new DescribeStacksCommand({ StackName: hubStackName }))
      .catch((cause: unknown) => {
        if (!isMissing(cause)) throw cause;
        throw new UserError(
          `There is no stack ${hubStackName} in this account in ${region}. Sign in to the hub account, and name the home Region.`,
          { cause },
        );
      }),
  );
  const outputs = answer.Stacks?.[0]?.Outputs ?? [];
  return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

/** One output. @throws UserError where the stack has no such output */
export function requireOutput(outputs: ReadonlyMap<string, string>, name: string): string {
  const value = outputs.get(name);
  if (value !== undefined && value !== '') return value;
  throw new UserError(
    `The stack ${hubStackName} has no output ${name}. Deploy it again: npx nx run hub-infra:deploy`,
  );
}
