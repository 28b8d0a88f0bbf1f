import { Agent, request } from 'node:http';
import * as z from 'zod';

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

/** Something signs each request; dynalite only looks for the parts. */
const signed = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=HARNESS/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

/** Talks to a DynamoDB on loopback. */
export class TableClient {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #port: number;
  readonly #tableName: string;

  constructor(port: number, tableName: string) {
    this.#port = port;
    this.#tableName = tableName;
  }

  /** Sends one request, its body as it is. */
  call(operation: string, body: string): Promise<HttpAnswer> {
    const headers = { ...signed, 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const options = {
      host: '127.0.0.1',
      port: this.#port,
      method: 'POST',
      agent: this.#agent,
      headers,
    };
    return new Promise((resolve, reject) => {
      const sent = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
        });
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Every item, page by page. */
  async *pages(): AsyncGenerator<readonly TableItem[]> {
    let from: TableItem | undefined;
    do {
      const body = JSON.stringify({ TableName: this.#tableName, ExclusiveStartKey: from });
      const page = PageSchema.parse(JSON.parse((await this.call('Scan', body)).body));
      yield page.Items;
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }

  close(): void {
    this.#agent.destroy();
  }
}
