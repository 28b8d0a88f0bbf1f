import * as z from 'zod';

const Reference = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform(({ 'Fn::GetAtt': [id] }) => id),
]);
const Join = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const Composite = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/** The logical ID that a value is a reference to; undefined for anything else. */
export function referredTo(value: unknown): string | undefined {
  return Reference.safeParse(value).data;
}

/** Every logical ID that a value refers to, however deep. */
export function allReferences(value: unknown): readonly string[] {
  const own = referredTo(value);
  if (own !== undefined) return [own];
  const parts = Composite.safeParse(value).data;
  return parts === undefined ? [] : Object.values(parts).flatMap((part) => allReferences(part));
}

/** What pseudo parameters stand for. */
export interface Pseudo {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** A text, also one put together of texts and pseudo parameters; undefined for anything else. */
export function textOf(value: unknown, pseudo: Pseudo): string | undefined {
  if (typeof value === 'string') return value;
  const id = referredTo(value);
  if (id === 'AWS::Partition') return pseudo.partition;
  if (id === 'AWS::AccountId') return pseudo.account;
  if (id === 'AWS::Region') return pseudo.region;
  const join = Join.safeParse(value).data?.['Fn::Join'];
  if (join === undefined) return undefined;
  const parts = join[1].map((part) => textOf(part, pseudo));
  return parts.some((part) => part === undefined) ? undefined : parts.join(join[0]);
}
