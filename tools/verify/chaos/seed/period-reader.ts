import * as z from 'zod';
import type { Period } from '../journal/journal.ts';

const QuerySchema = z.looseObject({
  ExpressionAttributeValues: z.looseObject({ ':collection': z.looseObject({ S: z.string() }) }),
  ExclusiveStartKey: z.unknown().optional(),
});
const PageSchema = z.looseObject({
  Items: z.array(z.looseObject({ id: z.looseObject({ S: z.string() }) })).default([]),
});

/** Follows what the digester reads, to know which events the digest after it tells of. */
export class PeriodReader {
  period: Period | undefined;

  read(query: string, answer: string): void {
    const { ExpressionAttributeValues, ExclusiveStartKey } = QuerySchema.parse(JSON.parse(query));
    const collection = ExpressionAttributeValues[':collection'].S;
    if (!collection.startsWith('period#')) return;
    const keys = PageSchema.parse(JSON.parse(answer)).Items.map(({ id }) => id.S);
    const before = ExclusiveStartKey === undefined ? [] : (this.period?.keys ?? []);
    this.period = { collection, keys: [...before, ...keys] };
  }
}
