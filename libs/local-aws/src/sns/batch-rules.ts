import type { PublishEntry, Refusal } from './message.ts';
import { bytesOf, MOST_BYTES } from './publish-rules.ts';

/**
 * What SNS refuses about a batch as a whole; undefined when it looks at the entries.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export function refusalOfBatch(entries: readonly PublishEntry[]): Refusal | undefined {
  if (entries.length === 0) {
    return {
      code: 'EmptyBatchRequest',
      message: 'The batch request does not contain any entries.',
    };
  }
  if (entries.length > 10) {
    return {
      code: 'TooManyEntriesInBatchRequest',
      message: `The batch request contains ${entries.length} entries, at most 10 are allowed.`,
    };
  }
  if (entries.some(({ id }) => !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    return { code: 'InvalidBatchEntryId', message: 'The Id of a batch entry is invalid.' };
  }
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) {
    return {
      code: 'BatchEntryIdsNotDistinct',
      message: 'Two or more batch entries in the request have the same Id.',
    };
  }
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  return bytes <= MOST_BYTES
    ? undefined
    : {
        code: 'BatchRequestTooLong',
        message: `The batch has ${bytes} bytes, at most ${MOST_BYTES} are allowed.`,
      };
}
