import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, type RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { BundledFunction } from './bundled-function.ts';
import {
  notifierEnvironment,
  notifierTimeout,
  type NotifierContext,
} from './notifier-environment.ts';
import * as permissions from './permissions.ts';

export interface NotifierProps extends NotifierContext {
  /** The folder that `nx run notifier:bundle` writes. */
  readonly bundle: string;
  readonly key: IKey;
  readonly queue: IQueue;
  readonly logRemovalPolicy: RemovalPolicy;
}

/** The function that turns what is in the notification queue into alerts. */
export class Notifier extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: NotifierProps) {
    super(scope, id);
    const { alertTopic, chatTopic, config, key, queue, state } = props;
    const bundled = new BundledFunction(this, 'Bundled', {
      bundle: props.bundle,
      handler: 'index.handler',
      description: 'Root Activity Monitor: decides what an event means and publishes the alert.',
      timeout: notifierTimeout,
      environment: notifierEnvironment(props),
      permissions: [
        permissions.readQueue(queue),
        permissions.publish(chatTopic ? [alertTopic, chatTopic] : [alertTopic]),
        permissions.useKeyForMessages(key),
        permissions.changeState(state, ['BatchGetItem', 'BatchWriteItem', 'UpdateItem']),
        permissions.useKeyForState(key),
      ],
      logRetentionDays: config.retention.logDays,
      logRemovalPolicy: props.logRemovalPolicy,
    });
    this.function = bundled.function;
    new EventSourceMapping(this, 'Source', {
      target: this.function,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxBatchingWindow: Duration.seconds(0),
      // A storm waits in the queue instead of taking the account's concurrency.
      maxConcurrency: 5,
      reportBatchItemFailures: true,
    });
  }
}
