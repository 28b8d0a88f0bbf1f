import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import dynalite from './dynalite.mjs';
import * as z from 'zod';
import type { Table } from './table.ts';

const StatusSchema = z.looseObject({
  Table: z.looseObject({
    TableStatus: z.string(),
    GlobalSecondaryIndexes: z.array(z.looseObject({ IndexStatus: z.string() })).default([]),
  }),
});

const service = 'DynamoDB_20120810';

/** Something signs each request; dynalite only looks for the parts. */
const signed = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=SIMULATION/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export interface TableAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * The tables of a stack, in memory (dynalite). Whoever asks has been let in already: dynalite is
 * called as its HTTP server would, without a network between.
 */
export class TableMemory {
  readonly #tables: readonly Table[];
  #server: Server | undefined;
  #used = false;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  /** Makes the tables, empty. */
  async start(): Promise<void> {
    this.#server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    for (const { definition, name } of this.#tables) {
      await this.call(`${service}.CreateTable`, JSON.stringify(definition));
      while (!(await this.#isActive(name))) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    this.#used = false;
  }

  /** Passes a request on: `target` is the operation as a client names it, with its version. */
  call(target: string, body: string): Promise<TableAnswer> {
    this.#used = true;
    const headers = { ...signed, 'x-amz-target': target };
    const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
    return new Promise((resolve) => {
      const response = {
        statusCode: 200,
        setHeader: () => undefined,
        end: (text: unknown) => resolve({ status: response.statusCode, text: String(text) }),
      };
      this.#server?.emit('request', request, response);
      request.emit('data', Buffer.from(body));
      request.emit('end');
    });
  }

  /** Empties the tables. */
  async reset(): Promise<void> {
    if (this.#used) await this.start();
  }

  async #isActive(name: string): Promise<boolean> {
    const body = JSON.stringify({ TableName: name });
    const { text } = await this.call(`${service}.DescribeTable`, body);
    const { Table } = StatusSchema.parse(JSON.parse(text));
    return (
      Table.TableStatus === 'ACTIVE' &&
      Table.GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')
    );
  }
}
