import { DynamoDbEndpoint, type LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';
import type { Role } from '@root-activity-monitor/local-aws/iam';
import { FunctionProcess, type LambdaFunction } from '@root-activity-monitor/local-aws/lambda';
import {
  type EndpointSettings,
  refusalOfPublisher,
  SnsEndpoint,
  topicsOf,
} from '@root-activity-monitor/local-aws/sns';
import type { Stack } from '@root-activity-monitor/local-aws/cloudformation';

/** A function of the hub in its own process, and the AWS that it talks to, on loopback. */
export interface HubFunction {
  readonly lambda: LambdaFunction;
  readonly process: FunctionProcess;
  readonly sns: SnsEndpoint;
  close(): Promise<void>;
}

export interface HubFunctionSettings {
  /** The tables that all functions share; undefined when the template has none. */
  readonly memory: LocalDynamoDb | undefined;
  /** How long SNS takes to answer, in milliseconds. */
  readonly snsDelay?: number | undefined;
  readonly onPublish?: EndpointSettings['onPublish'];
  /** Hears what a Query was answered, as JSON. */
  readonly onQuery?: (answer: string) => void;
}

const ACCESS_KEY_ID = 'ASIASIMULATION';

/** Brings up a function: SNS and DynamoDB let it do what its role's policies say. */
export async function startHubFunction(
  hub: Stack,
  lambda: LambdaFunction,
  role: Role,
  { memory, snsDelay, onPublish, onQuery }: HubFunctionSettings,
): Promise<HubFunction> {
  const topics = topicsOf(hub);
  const sns = new SnsEndpoint({
    caller: { accessKeyId: ACCESS_KEY_ID, region: hub.place.region },
    refuse: ({ topicArn }) => refusalOfPublisher(hub, topics, role, topicArn),
    ...(snsDelay !== undefined && { delay: snsDelay }),
    ...(onPublish && { onPublish }),
  });
  const dynamodb =
    memory && new DynamoDbEndpoint({ stack: hub, role, memory, ...(onQuery && { onQuery }) });
  const endpoint = await sns.start();
  const tables = await dynamodb?.start();
  const process = new FunctionProcess(lambda, {
    AWS_ACCESS_KEY_ID: ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: 'simulation',
    AWS_SESSION_TOKEN: 'simulation',
    AWS_ENDPOINT_URL_SNS: endpoint,
    ...(tables !== undefined && { AWS_ENDPOINT_URL_DYNAMODB: tables }),
  });
  return {
    lambda,
    process,
    sns,
    close: async () => {
      await Promise.all([process.close(), sns.close(), dynamodb?.close()]);
    },
  };
}
