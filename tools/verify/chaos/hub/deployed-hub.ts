import { join } from 'node:path';
import * as z from 'zod';
import {
  deployStack,
  loadAssembly,
  resourcesOf,
  type Stack,
  TemplateError,
} from '@root-activity-monitor/local-aws/cloudformation';
import { tablesOf, type Table } from '@root-activity-monitor/local-aws/dynamodb';
import {
  type EventSourceMapping,
  type LambdaFunction,
  mappingOf,
  readFunction,
} from '@root-activity-monitor/local-aws/lambda';
import { Queue } from '@root-activity-monitor/local-aws/sqs';

/** What the synthesized hub template says about delivery. */
export interface DeployedHub {
  readonly notifier: LambdaFunction;
  readonly digester: LambdaFunction;
  readonly mapping: EventSourceMapping;
  readonly queueArn: string;
  readonly visibilitySeconds: number;
  readonly maxReceiveCount: number;
  readonly table: Table;
  /** How many notifiers Lambda runs at the same time. */
  readonly maxConcurrency: number;
}

export interface HubChanges {
  /** Code in the place of the template's. */
  readonly bundle?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

export const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');
const digesterHandler = 'index.digest';

/**
 * Reads the hub as it was synthesized last.
 *
 * @throws TemplateError when a part that delivery rests on is missing
 */
export function loadDeployedHub(changes: HubChanges = {}): DeployedHub {
  const assembly = loadAssembly(join(workspaceRoot, 'apps', 'hub-infra', 'cdk.out'));
  const stack = deployStack(assembly.template, assembly);
  const functions = resourcesOf(stack, 'AWS::Lambda::Function').map((resource) =>
    changed(readFunction(stack, resource, assembly.assets), changes),
  );
  for (const resource of resourcesOf(stack, 'AWS::SQS::Queue')) {
    const queue = new Queue(stack, resource);
    const mapping = mappingOf(stack, queue.arn);
    if (mapping === undefined) continue;
    const notifier = functions.find(({ name, arn }) => [name, arn].includes(mapping.functionName));
    const { RedrivePolicy, VisibilityTimeout } = queue.properties;
    return {
      notifier: demand(notifier, 'the function that reads the notification queue'),
      digester: demand(
        functions.find(({ handler }) => handler === digesterHandler),
        `a function with the handler ${digesterHandler}`,
      ),
      mapping,
      queueArn: queue.arn,
      visibilitySeconds: VisibilityTimeout,
      maxReceiveCount: demand(RedrivePolicy, 'a redrive policy').maxReceiveCount,
      table: demand(tablesOf(stack)[0], 'the state table'),
      maxConcurrency: concurrencyOf(stack, queue.arn),
    };
  }
  throw new TemplateError('the hub template has no queue that a function reads');
}

const ScalingSchema = z.looseObject({
  EventSourceArn: z.string(),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.coerce.number() }).optional(),
});

/** Without a limit, Lambda begins with five. */
function concurrencyOf(stack: Stack, queueArn: string): number {
  const own = resourcesOf(stack, 'AWS::Lambda::EventSourceMapping')
    .map((resource) => ScalingSchema.parse(resource.properties()))
    .find(({ EventSourceArn }) => EventSourceArn === queueArn);
  return own?.ScalingConfig?.MaximumConcurrency ?? 5;
}

function changed(lambda: LambdaFunction, { bundle, environment }: HubChanges): LambdaFunction {
  return {
    ...lambda,
    codeFolder: bundle ?? lambda.codeFolder,
    environment: { ...lambda.environment, ...environment },
  };
}

function demand<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new TemplateError(`the hub template lacks ${name}`);
  return part;
}
