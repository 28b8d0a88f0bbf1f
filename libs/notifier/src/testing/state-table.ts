import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

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
  const server: Server = dynalite({ createTableMs: 0 });
  // By default Node.js ends a connection after five idle seconds. A process that gets no time then
  // sends its next request into a closed one, and a test sees a fault that it did not ask for.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const client = clientFor(endpoint);
  await createTable(client, tableName);
  return {
    client,
    endpoint,
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
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
