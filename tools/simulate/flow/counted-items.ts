import * as z from 'zod';

const AnswerSchema = z.looseObject({
  Items: z.array(z.looseObject({ id: z.looseObject({ S: z.string() }).optional() })).default([]),
});

/**
 * The IDs of the items in the answer to a Query. The notifier remembers an event as
 * `KIND#ACCOUNT#EVENT`; of those, what follows the kind is what `eventName` gives too.
 */
export function itemIdsIn(answer: string): readonly string[] {
  const parsed = AnswerSchema.safeParse(parse(answer));
  return parsed.success
    ? parsed.data.Items.flatMap(({ id }) => (id === undefined ? [] : [id.S]))
    : [];
}

/** What the ID of an event's item ends with. */
export function itemNameOf(recordedIn: string, eventId: string): string {
  return `${recordedIn}#${eventId}`;
}

/** The part of an item's ID that names an event. */
export function eventNameIn(itemId: string): string {
  return itemId.slice(itemId.indexOf('#') + 1);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
