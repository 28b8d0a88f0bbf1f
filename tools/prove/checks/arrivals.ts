import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { requireOutput } from '@root-activity-monitor/command-line/aws';
import { inHub, notChecked, type Surroundings } from '../check.ts';

/** The other accounts of which a live root session is in the state table. */
async function accountsHeardOf(
  { clients: { region, endpointUrl, credentials }, account }: Surroundings,
  TableName: string,
): Promise<ReadonlySet<string>> {
  const client = new DynamoDBClient({
    region,
    maxAttempts: 3,
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    ...(credentials !== undefined && { credentials }),
  });
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

const BY_HAND =
  'sign in as root of a test account that is not the hub account, and run this again within two days';

/** P7, and the half of P3 that can be seen from here: events of other accounts came all the way. */
export const eventsOfOthersArrive = (alsoByHand?: string) =>
  inHub(async (around, hub) => {
    const done = "read the sessions in the hub's state table";
    const heard = await accountsHeardOf(around, requireOutput(hub, 'StateTableName'));
    if (heard.size === 0) {
      return notChecked(`no live event of another account is known: ${BY_HAND}`, done);
    }
    const found = `root events of ${[...heard].sort().join(', ')} arrived by rule, role and bus policy`;
    return alsoByHand === undefined
      ? { verdict: 'proven', done, found }
      : notChecked(`${found}; left to do: ${alsoByHand}`, done);
  });
