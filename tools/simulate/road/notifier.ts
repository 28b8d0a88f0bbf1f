import { TemplateError } from '../cloudformation/errors.ts';
import { resourcesOf } from '../cloudformation/stack.ts';
import { readFunction, type LambdaFunction } from '../aws/lambda/function.ts';
import { FunctionProcess } from '../aws/lambda/function-process.ts';
import {
  mappingOf,
  whyPollingFails,
  type EventSourceMapping,
} from '../aws/lambda/event-source-mapping.ts';
import { DynamoDbEndpoint } from '../aws/dynamodb/endpoint.ts';
import { tablesOf } from '../aws/dynamodb/table.ts';
import { SnsEndpoint } from '../aws/sns/endpoint.ts';
import { refusalOfPublisher } from '../aws/sns/permission.ts';
import { topicsOf } from '../aws/sns/topic.ts';
import type { Queue } from '../aws/sqs/queue.ts';
import type { Organization } from './organization.ts';

/** The notifier, ready to take batches. */
export interface Notifier {
  readonly lambda: LambdaFunction;
  readonly mapping: EventSourceMapping;
  readonly process: FunctionProcess;
  readonly sns: SnsEndpoint;
  /** Undefined when the template has no table. */
  readonly dynamodb: DynamoDbEndpoint | undefined;
}

export interface NotifierOptions {
  /** Code folders by object key. */
  readonly assets: ReadonlyMap<string, string>;
  /** How long SNS takes to answer, in milliseconds. */
  readonly snsDelay?: number;
}

const ACCESS_KEY_ID = 'ASIASIMULATION';

/**
 * Brings up what reads a queue: the function's process and the SNS that it publishes to.
 *
 * @returns the notifier, or in words why nothing ever reads the queue
 */
export async function startNotifier(
  { hub }: Organization,
  queue: Queue,
  { assets, snsDelay }: NotifierOptions,
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

  const topics = topicsOf(hub);
  const sns = new SnsEndpoint({
    refusalOfTopic: (topicArn) => refusalOfPublisher(hub, topics, role, topicArn),
    accessKeyId: ACCESS_KEY_ID,
    region: hub.place.region,
    ...(snsDelay !== undefined && { delay: snsDelay }),
  });
  const dynamodb = tablesOf(hub).length > 0 ? new DynamoDbEndpoint(hub, role) : undefined;
  const endpoint = await sns.start();
  const tables = await dynamodb?.start();
  const process = new FunctionProcess(lambda, {
    AWS_ACCESS_KEY_ID: ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: 'simulation',
    AWS_SESSION_TOKEN: 'simulation',
    AWS_ENDPOINT_URL_SNS: endpoint,
    ...(tables !== undefined && { AWS_ENDPOINT_URL_DYNAMODB: tables }),
  });
  return { lambda, mapping, process, sns, dynamodb };
}

/** Stops process and servers. */
export async function stopNotifier({ process, sns, dynamodb }: Notifier): Promise<void> {
  await Promise.all([process.close(), sns.close(), dynamodb?.close()]);
}

/** Why the notifier could not even be read from the template. */
export function templateFault(error: unknown): string {
  if (error instanceof TemplateError) return error.message;
  throw error;
}
