import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { decisionsIn, type DecisionLog } from '@root-activity-monitor/notifier/contract';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { FunctionProcess } from '@root-activity-monitor/local-aws/lambda';
import { askEmulator, type EmulatorAccess } from '../emulator/ask-emulator.ts';
import { required, assert } from '../checks/assert.ts';

const Configuration = z.looseObject({
  FunctionName: z.string(),
  FunctionArn: z.string(),
  Handler: z.string(),
  Runtime: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.string()) }),
});
const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Stands in for Lambda's event source mapping, which emulators lack without Docker: polls the
 * notification queue and passes batches to the bundled notifier, in a process of its own, with the
 * deployed function's configuration.
 */
export class LambdaPoller {
  readonly #clients: Clients;
  readonly #queueUrl: string;
  readonly #queueArn: string;
  readonly #process: FunctionProcess;

  private constructor(
    clients: Clients,
    queue: { url: string; arn: string },
    process: FunctionProcess,
  ) {
    this.#clients = clients;
    this.#queueUrl = queue.url;
    this.#queueArn = queue.arn;
    this.#process = process;
  }

  /** @param codeFolder the bundle that was deployed */
  static async of(
    clients: Clients,
    access: EmulatorAccess,
    functionName: string,
    queue: { url: string; arn: string },
    codeFolder: string,
  ): Promise<LambdaPoller> {
    const path = `/2015-03-31/functions/${functionName}/configuration`;
    const { ok, text } = await askEmulator(access, { service: 'lambda', path });
    assert(ok, `the function's configuration cannot be read: ${text.slice(0, 200)}`);
    const deployed = Configuration.parse(JSON.parse(text));
    const lambda = {
      name: deployed.FunctionName,
      arn: deployed.FunctionArn,
      region: access.region,
      handler: deployed.Handler,
      runtime: deployed.Runtime,
      timeoutSeconds: deployed.Timeout,
      memoryMegabytes: deployed.MemorySize,
      environment: deployed.Environment.Variables,
      logGroup: `/aws/lambda/${deployed.FunctionName}`,
      codeFolder,
      role: undefined,
      blocked: undefined,
    };
    const { accessKeyId, secretAccessKey, sessionToken } = access.credentials;
    const process = new FunctionProcess(lambda, {
      AWS_ENDPOINT_URL: access.endpointUrl,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    });
    return new LambdaPoller(clients, queue, process);
  }

  /** Polls until the queue is empty. @returns what the notifier decided */
  async drain(): Promise<readonly DecisionLog[]> {
    const decided: DecisionLog[] = [];
    for (;;) {
      const { Messages = [] } = await this.#clients.sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#queueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 0,
        }),
      );
      if (Messages.length === 0) return decided;
      decided.push(...(await this.#invoke(Messages)));
    }
  }

  async close(): Promise<void> {
    await this.#process.close();
  }

  async #invoke(messages: readonly Message[]): Promise<readonly DecisionLog[]> {
    const { answer, log } = await this.#process.invoke({
      Records: messages.map((message) => this.#record(message)),
    });
    assert(
      answer.ok,
      `the notifier failed: ${answer.ok ? '' : `${answer.errorType}: ${answer.errorMessage}`}`,
    );
    const failed = Answer.parse(JSON.parse(answer.payload)).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
    const lines = log.join('\n');
    assert(
      failed.length === 0,
      `the notifier returned ${failed.length} events as failed:\n${lines}`,
    );
    const Entries = messages.map(({ MessageId, ReceiptHandle }) => ({
      Id: MessageId,
      ReceiptHandle,
    }));
    await this.#clients.sqs.send(
      new DeleteMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries }),
    );
    return decisionsIn(log);
  }

  #record({ MessageId, ReceiptHandle, Body }: Message) {
    return {
      messageId: required(MessageId, 'the message ID'),
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: this.#queueArn,
      awsRegion: this.#clients.region,
    };
  }
}
