import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { clientConfig, requireOutput } from '@root-activity-monitor/command-line/aws';
import { inHub, notChecked, type ProveContext } from './check.ts';

/** The other accounts of which a live root session is in the state table. */
async function accountsSeen(
  { clients, account }: ProveContext,
  TableName: string,
): Promise<ReadonlySet<string>> {
  const client = new DynamoDBClient(clientConfig(clients));
  const found = new Set<string>();
  try {
    const pages = paginateScan({ client }, { TableName, ProjectionExpression: 'id' });
    for await (const { Items = [] } of pages) {
      for (const { id } of Items) {
        const other = /^session#live#(\d{12})#/.exec(id?.S ?? '')?.[1];
        if (other !== undefined && other !== account) found.add(other);
      }
    }
  } finally {
    client.destroy();
  }
  return found;
}

const byHand =
  'sign in as root of a test account that is not the hub account, and run this again within two days';

/** P7, and the half of P3 that is visible from here: events of other accounts arrived. */
export const eventsOfOthersArrive = (alsoByHand?: string) =>
  inHub(async (context, hub) => {
    const done = "read the sessions in the hub's state table";
    const accounts = await accountsSeen(context, requireOutput(hub, 'StateTableName'));
    if (accounts.size === 0) {
      return notChecked(`no live event of another account is known: ${byHand}`, done);
    }
    const found = `root events of ${[...accounts].sort().join(', ')} arrived by rule, role and bus policy`;
    return alsoByHand === undefined
      ? { verdict: 'proven', done, found }
      : notChecked(`${found}; left to do: ${alsoByHand}`, done);
  });
