import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { TemplateError } from './errors.ts';

const ParameterSchema = z.looseObject({
  Type: z.string(),
  Default: z.unknown().optional(),
  AllowedPattern: z.string().optional(),
  AllowedValues: z.array(z.unknown()).optional(),
  ConstraintDescription: z.string().optional(),
});
export type TemplateParameter = z.infer<typeof ParameterSchema>;

const ResourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});
export type TemplateResource = z.infer<typeof ResourceSchema>;

/**
 * A CloudFormation template as JSON, in the parts that the simulation reads.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export const TemplateSchema = z.looseObject({
  Parameters: z.record(z.string(), ParameterSchema).default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), ResourceSchema),
});
export type Template = z.infer<typeof TemplateSchema>;

/** @throws TemplateError when `value` is no template; `name` is for the message. */
export function parseTemplate(value: unknown, name: string): Template {
  const parsed = TemplateSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TemplateError(
    `${name} is no CloudFormation template: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    { cause: parsed.error },
  );
}

/** @throws TemplateError when the file is missing or no template. */
export function readTemplate(path: string): Template {
  return parseTemplate(readJson(path), path);
}

/** @throws TemplateError when the file is missing or no JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new TemplateError(`cannot read ${path}`, { cause });
  }
}
