import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { askAws } from './ask-aws.ts';
import type { Clients } from './clients.ts';

/** Whose credentials are in use. */
export interface Caller {
  /** 12 digits. */
  readonly account: string;
  readonly arn: string;
}

/** @throws Refusal where there are none, or AWS does not take them */
export async function callerOf({ sts, endpointUrl }: Clients): Promise<Caller> {
  const purpose = {
    to: 'ask whose credentials these are',
    needs: 'sts:GetCallerIdentity',
    endpointUrl,
  };
  const { Account = '', Arn = '' } = await askAws(purpose, () =>
    sts.send(new GetCallerIdentityCommand({})),
  );
  return { account: Account, arn: Arn };
}
