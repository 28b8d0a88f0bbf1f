import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';

/** The services of the hub's account and Region that the tools talk to. */
export interface Clients {
  readonly region: string;
  /** Set for an emulator; undefined is AWS itself. */
  readonly endpointUrl: string | undefined;
  /** Set where they are not what the AWS CLI would use. */
  readonly credentials: Credentials | undefined;
  readonly cloudFormation: CloudFormationClient;
  readonly events: EventBridgeClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly sts: STSClient;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface ClientOptions {
  readonly region: string;
  readonly endpointUrl?: string | undefined;
  /** @default - what the AWS CLI would use */
  readonly credentials?: Credentials | undefined;
}

/** Clients of one account and Region that give up after seconds, not minutes. */
export function clientsOf({ region, endpointUrl, credentials }: ClientOptions): Clients {
  const options = {
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    ...(credentials !== undefined && { credentials }),
  };
  return {
    region,
    endpointUrl,
    credentials,
    cloudFormation: new CloudFormationClient(options),
    events: new EventBridgeClient(options),
    sns: new SNSClient(options),
    // An emulator writes queue URLs that name AWS.
    sqs: new SQSClient({ ...options, useQueueUrlAsEndpoint: endpointUrl === undefined }),
    sts: new STSClient(options),
  };
}

/** Lets go of the connections, so that the process can end. */
export function closeClients({ cloudFormation, events, sns, sqs, sts }: Clients): void {
  for (const client of [cloudFormation, events, sns, sqs, sts]) client.destroy();
}
