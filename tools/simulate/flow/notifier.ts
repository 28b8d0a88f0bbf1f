import { resourcesOf, TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import {
  type EventSourceMapping,
  mappingOf,
  readFunction,
  whyPollingFails,
} from '@root-activity-monitor/local-aws/lambda';
import type { LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';
import type { Queue } from '@root-activity-monitor/local-aws/sqs';
import { startHubFunction, type HubFunction } from './hub-function.ts';
import type { Organization } from './organization.ts';

/** The notifier, ready to take batches. */
export interface Notifier extends HubFunction {
  readonly mapping: EventSourceMapping;
}

export interface NotifierOptions {
  /** Code folders by object key. */
  readonly assets: ReadonlyMap<string, string>;
  /** How long SNS takes to answer, in milliseconds. */
  readonly snsDelay?: number;
}

/**
 * Brings up what reads a queue: the function's process and the SNS that it publishes to.
 *
 * @returns the notifier, or in words why nothing ever reads the queue
 */
export async function startNotifier(
  { hub }: Organization,
  queue: Queue,
  { assets, snsDelay }: NotifierOptions,
  memory: LocalDynamoDb | undefined,
): Promise<Notifier | string> {
  const mapping = mappingOf(hub, queue.arn);
  if (mapping === undefined) return 'no event source mapping reads the queue';
  if (!mapping.enabled) return 'the event source mapping is disabled';
  if (mapping.filtered) return 'the event source mapping filters, which is not simulated';
  const resource = resourcesOf(hub, 'AWS::Lambda::Function').find(
    (one) => one.ref === mapping.functionName || one.attribute('Arn') === mapping.functionName,
  );
  if (resource === undefined) return `there is no function ${mapping.functionName}`;
  const lambda = readFunction(hub, resource, assets);
  const { role } = lambda;
  if (lambda.blocked !== undefined || role === undefined) return lambda.blocked ?? 'it has no role';
  const polling = whyPollingFails(hub, queue, lambda);
  if (polling !== undefined) return polling;
  if (queue.properties.VisibilityTimeout < lambda.timeoutSeconds) {
    return `the visibility timeout (${queue.properties.VisibilityTimeout} s) is shorter than the function's timeout (${lambda.timeoutSeconds} s), which Lambda refuses`;
  }
  return { ...(await startHubFunction(hub, lambda, role, { memory, snsDelay })), mapping };
}

/** Why a function could not even be read from the template. */
export function templateFault(error: unknown): string {
  if (error instanceof TemplateError) return error.message;
  throw error;
}
