import * as z from 'zod';

const textOrTexts = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const principal = z.union([
  z.literal('*').transform(() => ({ AWS: ['*'], Service: ['*'] })),
  z.looseObject({ AWS: textOrTexts.optional(), Service: textOrTexts.optional() }),
]);

const conditionValue = z
  .union([
    z.string(),
    z.boolean(),
    z.number(),
    z.array(z.union([z.string(), z.boolean(), z.number()])),
  ])
  .transform((value) => (Array.isArray(value) ? value : [value]).map(String));

export const StatementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: textOrTexts.optional(),
  NotAction: textOrTexts.optional(),
  Resource: textOrTexts.optional(),
  NotResource: textOrTexts.optional(),
  /** Operator, then condition key, then the values of which one must fit. */
  Condition: z.record(z.string(), z.record(z.string(), conditionValue)).optional(),
});
export type Statement = z.infer<typeof StatementSchema>;

/**
 * A policy document; a single statement reads as a list of one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export const PolicyDocumentSchema = z.looseObject({
  Statement: z
    .union([StatementSchema, z.array(StatementSchema)])
    .transform((value) => (Array.isArray(value) ? value : [value])),
});
export type PolicyDocument = z.infer<typeof PolicyDocumentSchema>;
