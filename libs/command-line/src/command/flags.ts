import * as z from 'zod';

/** What help and error messages say about a flag, besides what its schema says. */
export interface FlagInfo {
  /** One paragraph; help wraps it. */
  readonly about: string;
  /** The name of its value in the help, as "N". A flag without one takes no value. */
  readonly value?: string;
  /** The schema takes the list of all values that were given. */
  readonly repeatable?: true;
  /** Printed above the flag in the help, as "How:". */
  readonly heading?: string;
  /** Flags that cannot be given together with this one. */
  readonly excludes?: { readonly flags: readonly string[]; readonly because: string };
  /** A flag that this one makes no sense without. */
  readonly needs?: { readonly flag: string; readonly because: string };
}

const flagInfos = z.registry<FlagInfo>();

/**
 * A flag: a schema of what the user wrote. That is a string, a list of strings where the flag is
 * repeatable, or `true` where it takes no value; `undefined` where it is absent.
 *
 * The schema's error messages say what the value must be: "a whole number from 1 to 100".
 */
export function flag<Schema extends z.ZodType>(info: FlagInfo, schema: Schema): Schema {
  flagInfos.add(schema, info);
  return schema;
}

/** @throws Error for a schema that was not made by `flag` */
export function flagInfo(name: string, schema: z.core.$ZodType): FlagInfo {
  const info = flagInfos.get(schema);
  if (info === undefined) throw new Error(`--${name} has no description: declare it with flag()`);
  return info;
}

/** A flag without a value: whether it was given. */
export function onOff(info: Omit<FlagInfo, 'value'>) {
  return flag(info, z.boolean().default(false));
}

/** One of these words. @param wanted what to call them where there are too many to list */
export function choice<const Word extends string>(
  words: readonly Word[],
  wanted = words.length === 2 ? words.join(' or ') : `one of ${words.join(', ')}`,
) {
  return z.enum(words, { error: wanted });
}

/** Any text but none. @param wanted what it must be, as "the ARN of an event bus" */
export function text(wanted: string) {
  return z.string().min(1, { error: wanted });
}

export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `a whole number from ${min} to ${max}`,
    })
    .transform(Number);
}

/** The address of an AWS emulator. */
export function httpUrl() {
  return z.string().refine((text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text), {
    error: 'a URL such as http://localhost:5000',
  });
}
