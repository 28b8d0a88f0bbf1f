import { CfnRule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, type RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { retryingTarget } from '../event-bus/retrying-target.ts';
import { digestRuleName, ruleArn } from '../event-bus/rule-names.ts';
import type { EncryptedQueue } from '../queues/encrypted-queue.ts';
import { BundledFunction } from './bundled-function.ts';
import { notifierEnvironment, type NotifierContext } from './notifier-environment.ts';
import * as permissions from './permissions.ts';

export interface DigesterProps extends NotifierContext {
  /** The folder that `nx run notifier:bundle` writes. */
  readonly bundle: string;
  readonly key: IKey;
  /** Where the schedule parks what it cannot deliver. */
  readonly undelivered: EncryptedQueue;
  readonly logRemovalPolicy: RemovalPolicy;
}

/** The function that sends, every five minutes, the digests that are due. */
export class Digester extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: DigesterProps) {
    super(scope, id);
    const { alertTopic, chatTopic, config, key, state, undelivered } = props;
    const bundled = new BundledFunction(this, 'Bundled', {
      bundle: props.bundle,
      handler: 'index.digest',
      description: 'Root Activity Monitor: sends the digests of root sessions that are due.',
      timeout: Duration.minutes(5),
      environment: notifierEnvironment(props),
      permissions: [
        permissions.publish(chatTopic ? [alertTopic, chatTopic] : [alertTopic]),
        permissions.useKeyForMessages(key),
        permissions.changeState(state, ['DeleteItem', 'UpdateItem']),
        permissions.findState(state),
        permissions.useKeyForState(key),
      ],
      logRetentionDays: config.retention.logDays,
      logRemovalPolicy: props.logRemovalPolicy,
    });
    this.function = bundled.function;
    // The next run, five minutes later, does what a failed one left.
    this.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    this.function.addPermission('Schedule', {
      principal: new ServicePrincipal('events.amazonaws.com'),
      sourceArn: ruleArn(this, digestRuleName),
    });
    const rule = new CfnRule(this, 'Schedule', {
      name: digestRuleName,
      description: 'Root Activity Monitor: starts the digester.',
      scheduleExpression: 'rate(5 minutes)',
      state: 'ENABLED',
      targets: [retryingTarget('Digester', this.function.functionArn, undelivered)],
    });
    rule.node.addDependency(undelivered.queuePolicy);
  }
}
