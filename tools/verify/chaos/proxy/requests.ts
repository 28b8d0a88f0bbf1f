import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { readPublishRequest, type PublishRequest } from '@root-activity-monitor/local-aws/sns';
import type { Service } from '../faults/request-faults.ts';

/** A request that came in at the gate. */
export interface ProxyRequest {
  /** The process that sent it. */
  readonly slot: string;
  readonly service: Service;
  readonly operation: string;
  readonly body: string;
}

/** Reads `/<slot>/<service>`; undefined for anything else. */
export function readRequest(
  { url, headers }: IncomingMessage,
  body: string,
): ProxyRequest | undefined {
  const [, slot, service] = /^\/([\w-]+)\/(sns|dynamodb)\/?$/.exec(url ?? '') ?? [];
  if (slot === undefined) return undefined;
  return service === 'sns'
    ? { slot, service, operation: publishIn(body).action, body }
    : {
        ...{ slot, service: 'dynamodb', body },
        operation: String(headers['x-amz-target']).split('.')[1] ?? '',
      };
}

export const publishIn = (body: string): PublishRequest =>
  readPublishRequest(new URLSearchParams(body));

const RequestItemsSchema = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.union([z.array(z.unknown()), z.looseObject({ Keys: z.array(z.unknown()) })]),
  ),
});

/** A batch request of DynamoDB without a part of its entries, and that part. */
export function splitBatch(
  body: string,
  isLeft: (index: number) => boolean,
): { readonly taken: string; readonly left: Readonly<Record<string, unknown>> } {
  const request = RequestItemsSchema.parse(JSON.parse(body));
  const part = (which: (index: number) => boolean) =>
    Object.fromEntries(
      Object.entries(request.RequestItems).flatMap(([table, entries]) => {
        const list = Array.isArray(entries) ? entries : entries.Keys;
        const chosen = list.filter((_, index) => which(index));
        if (chosen.length === 0) return [];
        return [[table, Array.isArray(entries) ? chosen : { ...entries, Keys: chosen }]];
      }),
    );
  return {
    taken: JSON.stringify({ ...request, RequestItems: part((index) => !isLeft(index)) }),
    left: part(isLeft),
  };
}
