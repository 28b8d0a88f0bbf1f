import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface ClientOptions {
  readonly region: string;
  /** Set for an emulator; undefined is AWS itself. */
  readonly endpointUrl?: string | undefined;
  /** @default - what the AWS CLI would use */
  readonly credentials?: Credentials | undefined;
}

/** Clients of the services of the hub's account and Region. */
export interface Clients extends ClientOptions {
  readonly cloudFormation: CloudFormationClient;
  readonly events: EventBridgeClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly sts: STSClient;
}

/** The configuration of a client that gives up after seconds, not minutes. */
export function clientConfig({ region, endpointUrl, credentials }: ClientOptions) {
  return {
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    ...(credentials !== undefined && { credentials }),
  };
}

/** Clients of one account and Region. */
export function clientsOf(options: ClientOptions): Clients {
  const { region, endpointUrl, credentials } = options;
  const config = clientConfig(options);
  return {
    region,
    endpointUrl,
    credentials,
    cloudFormation: new CloudFormationClient(config),
    events: new EventBridgeClient(config),
    sns: new SNSClient(config),
    // An emulator writes queue URLs that name AWS.
    sqs: new SQSClient({ ...config, useQueueUrlAsEndpoint: endpointUrl === undefined }),
    sts: new STSClient(config),
  };
}

/** Closes the connections, so that the process can end. */
export function closeClients({ cloudFormation, events, sns, sqs, sts }: Clients): void {
  for (const client of [cloudFormation, events, sns, sqs, sts]) client.destroy();
}
