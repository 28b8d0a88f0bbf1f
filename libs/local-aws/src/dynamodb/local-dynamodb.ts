import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import * as z from 'zod';
import { closeServer, listenOnLoopback, type HttpAnswer } from '../loopback-server.ts';
import dynalite from './dynalite.mjs';
import type { Table } from './table.ts';

const StatusSchema = z.looseObject({
  Table: z.looseObject({
    TableStatus: z.string(),
    GlobalSecondaryIndexes: z.array(z.looseObject({ IndexStatus: z.string() })).default([]),
  }),
});
const ItemSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const PageSchema = z.looseObject({
  Items: z.array(ItemSchema).default([]),
  LastEvaluatedKey: ItemSchema.optional(),
});

/** Attributes as DynamoDB writes them: `{ "id": { "S": "..." } }`. */
export type Item = z.infer<typeof ItemSchema>;

/** Something signs each request; dynalite only looks for the parts. */
const signed = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=SIMULATION/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

/**
 * DynamoDB with these tables, in memory (dynalite). In this process it is called as its HTTP server
 * would call it, without a network between; other processes reach it on loopback.
 */
export class LocalDynamoDb {
  readonly #tables: readonly Table[];
  #server: Server | undefined;
  #used = false;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  /** Makes the tables, empty. */
  async start(): Promise<this> {
    this.#server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    for (const { definition, name } of this.#tables) {
      await this.call('CreateTable', JSON.stringify(definition));
      while (!(await this.#isActive(name))) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    this.#used = false;
    return this;
  }

  /** Lets other processes in too, and gives the URL. */
  async listen(): Promise<string> {
    if (this.#server === undefined) throw new Error('DynamoDB has not been started');
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  /** Does what a request asks for: `PutItem`, say, with the body that a client sends. */
  call(operation: string, body: string): Promise<HttpAnswer> {
    this.#used = true;
    const headers = { ...signed, 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
    return new Promise((resolve) => {
      const response = {
        statusCode: 200,
        setHeader: () => undefined,
        end: (text: unknown) => resolve({ status: response.statusCode, body: String(text) }),
      };
      this.#server?.emit('request', request, response);
      request.emit('data', Buffer.from(body));
      request.emit('end');
    });
  }

  /** Every item of a table. */
  async items(tableName: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const { body } = await this.call(
        'Scan',
        JSON.stringify({ TableName: tableName, ExclusiveStartKey }),
      );
      const page = PageSchema.parse(JSON.parse(body));
      items.push(...page.Items);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return items;
  }

  /** Empties the tables. Nobody may be let in from outside. */
  async reset(): Promise<void> {
    if (this.#used) await this.start();
  }

  async close(): Promise<void> {
    if (this.#server !== undefined) await closeServer(this.#server);
  }

  async #isActive(name: string): Promise<boolean> {
    const { body } = await this.call('DescribeTable', JSON.stringify({ TableName: name }));
    const { Table } = StatusSchema.parse(JSON.parse(body));
    return (
      Table.TableStatus === 'ACTIVE' &&
      Table.GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')
    );
  }
}
