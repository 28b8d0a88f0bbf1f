import { Agent, request, type Server } from 'node:http';
import dynalite from 'dynalite';
import * as z from 'zod';
import type { Table } from '../../simulate/aws/dynamodb/table.ts';
import { closeServer, listenOnLoopback } from '../../simulate/aws/loopback-server.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const ItemSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const PageSchema = z.looseObject({
  Items: z.array(ItemSchema).default([]),
  LastEvaluatedKey: ItemSchema.optional(),
});
export type TableItem = z.infer<typeof ItemSchema>;

/** The state table in a DynamoDB (dynalite) of its own. */
export class LocalTable {
  readonly #table: Table;
  readonly #server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  readonly #agent = new Agent({ keepAlive: true });
  #port = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  async start(): Promise<void> {
    this.#server.keepAliveTimeout = 0;
    this.#port = Number((await listenOnLoopback(this.#server)).split(':')[1]);
    await this.call('CreateTable', JSON.stringify(this.#table.definition));
    const name = JSON.stringify({ TableName: this.#table.name });
    // Its indexes become active a moment after the table.
    while (/"(CREATING|UPDATING)"/.test((await this.call('DescribeTable', name)).body)) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Passes one request on, as it came. */
  call(operation: string, body: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...{ host: '127.0.0.1', port: this.#port, method: 'POST', agent: this.#agent },
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `DynamoDB_20120810.${operation}`,
            'x-amz-date': '20260101T000000Z',
            authorization:
              'AWS4-HMAC-SHA256 Credential=HARNESS/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
            });
          });
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Every item. */
  async items(): Promise<readonly TableItem[]> {
    const items: TableItem[] = [];
    let from: TableItem | undefined;
    do {
      const body = JSON.stringify({ TableName: this.#table.name, ExclusiveStartKey: from });
      const page = PageSchema.parse(JSON.parse((await this.call('Scan', body)).body));
      items.push(...page.Items);
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return items;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await closeServer(this.#server);
  }
}
