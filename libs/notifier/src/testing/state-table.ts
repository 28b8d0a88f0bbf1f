import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import { LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';

export const tableName = 'root-activity-state';

/** A DynamoDB on loopback with the notifier's table, and a client that reaches it. */
export interface LocalState {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** A client as the notifier has it, that tries a request three times, at this address. */
export function clientFor(
  endpoint: string,
  changes: Partial<DynamoDBClientConfig> = {},
): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 3,
    ...changes,
  });
}

/** Starts it on a free port, with one table. */
export async function startState(): Promise<LocalState> {
  const dynamoDb = await new LocalDynamoDb([]).start();
  const endpoint = await dynamoDb.listen();
  const client = clientFor(endpoint);
  await createTable(client, tableName);
  return {
    client,
    endpoint,
    close: async () => {
      client.destroy();
      await dynamoDb.close();
    },
  };
}

/** Makes a table as the hub stack describes it, and waits until it takes requests. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'collection', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-collection',
          KeySchema: [
            { AttributeName: 'collection', KeyType: 'HASH' },
            { AttributeName: 'id', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  // DynamoDB answers before the table is there.
  while (!(await isActive(client, name))) await wait(1);
}

async function isActive(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.TableStatus === 'ACTIVE';
}
