import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

/** The keys of the events in the state table that are counted for a digest. */
export async function countedEvents(
  endpoint: string,
  tableName: string,
): Promise<ReadonlySet<string>> {
  const credentials = { accessKeyId: 'storm', secretAccessKey: 'storm' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const counted = new Set<string>();
  try {
    for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) {
      for (const { id, progress } of Items) {
        if (progress?.S === 'counted') counted.add(String(id?.S));
      }
    }
    return counted;
  } finally {
    client.destroy();
  }
}
