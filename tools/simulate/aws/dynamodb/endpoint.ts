import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import * as z from 'zod';
import type { Stack } from '../../cloudformation/stack.ts';
import type { Role } from '../iam/role.ts';
import { closeServer, listenOnLoopback, readBody } from '../loopback-server.ts';
import { refusalOfCaller } from './permission.ts';
import { tablesOf, type Table } from './table.ts';

const StatusSchema = z.looseObject({
  Table: z.looseObject({
    TableStatus: z.string(),
    GlobalSecondaryIndexes: z.array(z.looseObject({ IndexStatus: z.string() })).default([]),
  }),
});

const service = 'DynamoDB_20120810';
const jsonType = 'application/x-amz-json-1.0';

/** Something signs each request; dynalite only looks for the parts. */
const signed = {
  'content-type': jsonType,
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=SIMULATION/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

/**
 * DynamoDB on loopback: dynalite with the tables of the stack, behind a door that asks the role's
 * policies as DynamoDB does.
 */
export class DynamoDbEndpoint {
  readonly #tables: readonly Table[];
  readonly #server: Server;
  #memory: Server | undefined;
  #memoryUrl = '';
  #used = false;
  #closed = false;
  /** What dynalite is busy with: it must not be stopped meanwhile. */
  readonly #pending = new Set<Promise<unknown>>();

  constructor(stack: Stack, role: Role) {
    this.#tables = tablesOf(stack);
    this.#server = createServer((request, response) => {
      this.#serve(stack, role, request, response).catch(() => response.destroy());
    });
  }

  /** Starts listening with empty tables and gives the URL. */
  async start(): Promise<string> {
    await this.#untilDone(this.#startMemory());
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  /** Empties the tables. */
  async reset(): Promise<void> {
    if (!this.#used || this.#closed) return;
    await this.#untilDone(this.#stopMemory().then(() => this.#startMemory()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await closeServer(this.#server);
    await Promise.allSettled(this.#pending);
    await this.#stopMemory();
  }

  async #serve(
    stack: Stack,
    role: Role,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await readBody(request);
    const target = String(request.headers['x-amz-target']);
    const refusal = refusalOfCaller(stack, role, this.#tables, target.split('.')[1] ?? '', body);
    if (refusal !== undefined) {
      response.writeHead(400, { 'content-type': jsonType });
      response.end(
        JSON.stringify({
          __type: `com.amazon.coral.service#${refusal.code}`,
          message: refusal.message,
        }),
      );
      return;
    }
    this.#used = true;
    const answer = await this.#call(target, body);
    response.writeHead(answer.status, { 'content-type': jsonType });
    response.end(answer.text);
  }

  async #call(
    target: string,
    body: string,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const headers = { ...signed, 'x-amz-target': target };
    const answered = fetch(this.#memoryUrl, { method: 'POST', headers, body });
    return this.#untilDone(
      answered.then(async (answer) => ({ status: answer.status, text: await answer.text() })),
    );
  }

  async #untilDone<Result>(work: Promise<Result>): Promise<Result> {
    this.#pending.add(work);
    try {
      return await work;
    } finally {
      this.#pending.delete(work);
    }
  }

  async #startMemory(): Promise<void> {
    this.#memory = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    this.#memoryUrl = `http://${await listenOnLoopback(this.#memory)}/`;
    this.#used = false;
    for (const { definition, name } of this.#tables) {
      await this.#call(`${service}.CreateTable`, JSON.stringify(definition));
      while (!(await this.#isActive(name))) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async #stopMemory(): Promise<void> {
    if (this.#memory !== undefined) await closeServer(this.#memory);
    this.#memory = undefined;
  }

  async #isActive(name: string): Promise<boolean> {
    const { text } = await this.#call(
      `${service}.DescribeTable`,
      JSON.stringify({ TableName: name }),
    );
    const { Table } = StatusSchema.parse(JSON.parse(text));
    return (
      Table.TableStatus === 'ACTIVE' &&
      Table.GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')
    );
  }
}
