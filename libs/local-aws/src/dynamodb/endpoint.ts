import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Stack } from '../cloudformation/stack.ts';
import type { Role } from '../iam/role.ts';
import { closeServer, listenOnLoopback, readBody, type HttpAnswer } from '../loopback-server.ts';
import { refusalOfCaller } from './permission.ts';
import { tablesOf, type Table } from './table.ts';
import type { LocalDynamoDb } from './local-dynamodb.ts';

const jsonType = 'application/x-amz-json-1.0';

export interface DynamoDbSettings {
  readonly stack: Stack;
  /** Whose requests these are: its policies are asked as DynamoDB does. */
  readonly role: Role;
  readonly memory: LocalDynamoDb;
  /** Hears what a Query of the function was answered, as JSON. */
  readonly onQuery?: (answer: string) => void;
}

/** DynamoDB on loopback: the door that one function's requests come through. */
export class DynamoDbEndpoint {
  readonly #server: Server;

  constructor(settings: DynamoDbSettings) {
    const tables = tablesOf(settings.stack);
    this.#server = createServer((request, response) => {
      serve(settings, tables, request, response).catch(() => response.destroy());
    });
  }

  /** Starts listening and gives the URL. */
  async start(): Promise<string> {
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
  }
}

async function serve(
  { stack, role, memory, onQuery }: DynamoDbSettings,
  tables: readonly Table[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  const refusal = refusalOfCaller(stack, role, tables, operation, body);
  const answer = refusal === undefined ? await memory.call(operation, body) : refused(refusal);
  if (operation === 'Query') onQuery?.(answer.body);
  response.writeHead(answer.status, { 'content-type': jsonType });
  response.end(answer.body);
}

function refused({ code, message }: { readonly code: string; readonly message: string }) {
  const body = JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message });
  return { status: 400, body } satisfies HttpAnswer;
}
