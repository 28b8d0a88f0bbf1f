import * as z from 'zod';
import { DeploymentConfigSchema } from './schema/config-schema.ts';

/** The file at the workspace root from which editors complete and explain `deployment.jsonc`. */
export const jsonSchemaFile = 'deployment.schema.json';

/** The JSON schema of what a person writes, made from the zod schema. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(DeploymentConfigSchema, { io: 'input', target: 'draft-7' });
  return { title: 'Root Activity Monitor', ...schema };
}
