import type { Server } from 'node:http';
import { dynalite } from '@root-activity-monitor/local-aws/dynamodb';
import type { Table } from '@root-activity-monitor/local-aws/dynamodb';
import { closeServer, listenOnLoopback } from '@root-activity-monitor/local-aws';
import { TableClient } from './table-client.ts';

/** The state table in a DynamoDB (dynalite) of its own. */
export class LocalTable {
  readonly client: TableClient;
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server, port: number, table: Table) {
    this.#server = server;
    this.port = port;
    this.client = new TableClient(port, table.name);
  }

  /** Starts it on loopback, empty. */
  static async start(table: Table): Promise<LocalTable> {
    const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    server.keepAliveTimeout = 0;
    const port = Number((await listenOnLoopback(server)).split(':')[1]);
    const local = new LocalTable(server, port, table);
    await local.client.call('CreateTable', JSON.stringify(table.definition));
    const name = JSON.stringify({ TableName: table.name });
    // Its indexes become active a moment after the table.
    while (/"(CREATING|UPDATING)"/.test((await local.client.call('DescribeTable', name)).body)) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return local;
  }

  async close(): Promise<void> {
    this.client.close();
    await closeServer(this.#server);
  }
}
