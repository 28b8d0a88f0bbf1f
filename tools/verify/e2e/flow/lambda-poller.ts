import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { decisionsIn, type DecisionLog } from '@root-activity-monitor/notifier/contract';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { FunctionProcess } from '@root-activity-monitor/local-aws/lambda';
import { askEmulator, type Place } from '../emulator/ask-emulator.ts';
import { demand, expectThat } from '../checks/assert.ts';

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
 * Lambda's part, which emulators leave out without Docker: reads the notification queue and gives
 * batches to the bundled notifier, in its process, with the deployed function's configuration.
 */
export class NotifierPump {
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
    place: Place,
    functionName: string,
    queue: { url: string; arn: string },
    codeFolder: string,
  ): Promise<NotifierPump> {
    const path = `/2015-03-31/functions/${functionName}/configuration`;
    const { ok, text } = await askEmulator(place, { service: 'lambda', path });
    expectThat(ok, `the function's configuration cannot be read: ${text.slice(0, 200)}`);
    const deployed = Configuration.parse(JSON.parse(text));
    const lambda = {
      name: deployed.FunctionName,
      arn: deployed.FunctionArn,
      region: place.region,
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
    const { accessKeyId, secretAccessKey, sessionToken } = place.credentials;
    const process = new FunctionProcess(lambda, {
      AWS_ENDPOINT_URL: place.endpointUrl,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    });
    return new NotifierPump(clients, queue, process);
  }

  /** Lets the notifier work until the queue is empty. @returns what it decided */
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
      decided.push(...(await this.#work(Messages)));
    }
  }

  async close(): Promise<void> {
    await this.#process.close();
  }

  async #work(messages: readonly Message[]): Promise<readonly DecisionLog[]> {
    const { answer, log } = await this.#process.invoke({
      Records: messages.map((message) => this.#record(message)),
    });
    expectThat(
      answer.ok,
      `the notifier failed: ${answer.ok ? '' : `${answer.errorType}: ${answer.errorMessage}`}`,
    );
    const failed = Answer.parse(JSON.parse(answer.payload)).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
    const lines = log.join('\n');
    expectThat(failed.length === 0, `the notifier handed ${failed.length} events back:\n${lines}`);
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
      messageId: demand(MessageId, 'the message ID'),
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
