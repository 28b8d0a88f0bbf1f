import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { askAws, isMissing } from './ask-aws.ts';
import type { Clients } from './clients.ts';
import { Refusal } from './refusal.ts';

export const HUB_STACK_NAME = 'RootActivityMonitorHub';

/**
 * The outputs of the hub's stack, by name.
 *
 * @throws Refusal where there is no such stack in this account and Region
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export async function hubOutputs(clients: Clients): Promise<ReadonlyMap<string, string>> {
  const { cloudFormation, region, endpointUrl } = clients;
  const to = `read the outputs of the stack ${HUB_STACK_NAME}`;
  const answer = await askAws({ to, needs: 'cloudformation:DescribeStacks', endpointUrl }, () =>
    cloudFormation
      .send(new DescribeStacksCommand({ StackName: HUB_STACK_NAME }))
      .catch((cause: unknown) => {
        if (!isMissing(cause)) throw cause;
        throw new Refusal(
          `There is no stack ${HUB_STACK_NAME} in this account in ${region}. Sign in to the hub account, and name the home Region.`,
          { cause },
        );
      }),
  );
  const outputs = answer.Stacks?.[0]?.Outputs ?? [];
  return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

/** One output. @throws Refusal where the stack has no such output */
export function demandOutput(outputs: ReadonlyMap<string, string>, name: string): string {
  const value = outputs.get(name);
  if (value !== undefined && value !== '') return value;
  throw new Refusal(
    `The stack ${HUB_STACK_NAME} has no output ${name}. Deploy it again: npx nx run hub-infra:deploy`,
  );
}
