import * as z from 'zod';
import { TemplateError } from '../cloudformation/errors.ts';
import type { Resource, Stack } from '../cloudformation/stack.ts';
import { findRole, type Role } from '../iam/role.ts';

const FunctionPropertiesSchema = z.looseObject({
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Timeout: z.coerce.number().int().min(1).max(900).default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Code: z.looseObject({ S3Key: z.string().optional() }),
  Environment: z
    .looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .optional(),
  LoggingConfig: z.looseObject({ LogGroup: z.string().optional() }).optional(),
});

/** A function as its template describes it. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  /** The folder with its code. */
  readonly codeFolder: string;
  readonly role: Role | undefined;
  /** Why Lambda would not run it at all; undefined when it would. */
  readonly blocked: string | undefined;
}

/**
 * @param assets code folders by object key, as the synthesized assembly lists them
 * @throws TemplateError when the code is not in the assembly or the runtime is not Node.js
 */
export function readFunction(
  stack: Stack,
  resource: Resource,
  assets: ReadonlyMap<string, string>,
): LambdaFunction {
  const properties = FunctionPropertiesSchema.parse(resource.properties());
  const key = properties.Code.S3Key ?? '';
  const codeFolder = assets.get(key);
  if (codeFolder === undefined) {
    throw new TemplateError(`the code of ${resource.logicalId} (${key}) is not in the assembly`);
  }
  if (!properties.Runtime.startsWith('nodejs')) {
    throw new TemplateError(`${resource.logicalId} has runtime ${properties.Runtime}, not Node.js`);
  }
  const role = findRole(stack, properties.Role);
  return {
    name: resource.ref,
    arn: resource.attribute('Arn'),
    region: resource.place.region,
    handler: properties.Handler,
    runtime: properties.Runtime,
    timeoutSeconds: properties.Timeout,
    memoryMegabytes: properties.MemorySize,
    environment: properties.Environment?.Variables ?? {},
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.ref}`,
    codeFolder,
    role,
    blocked: whyBlocked(role, properties.Role, properties.ReservedConcurrentExecutions),
  };
}

function whyBlocked(
  role: Role | undefined,
  roleArn: string,
  concurrency: number | undefined,
): string | undefined {
  if (role === undefined) return `its role ${roleArn} does not exist`;
  const trust = role.assumableBy('lambda.amazonaws.com', {
    'aws:sourcearn': undefined,
    'aws:sourceaccount': undefined,
  });
  if (!trust.allowed) return trust.reason;
  return concurrency === 0 ? 'its reserved concurrency is 0, so it is never run' : undefined;
}

/**
 * The whole environment of the function's process: what the template sets and what Lambda sets,
 * nothing of this machine.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function processEnvironment(
  lambda: LambdaFunction,
  runtimeApi: string,
  credentials: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    ...lambda.environment,
    ...credentials,
    _HANDLER: lambda.handler,
    LAMBDA_TASK_ROOT: lambda.codeFolder,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_REGION: lambda.region,
    AWS_DEFAULT_REGION: lambda.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: lambda.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: lambda.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'simulation',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
