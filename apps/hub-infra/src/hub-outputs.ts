import {
  centralEventBusArn,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { CfnOutput, type Stack } from 'aws-cdk-lib/core';
import type { Chat } from './chat/chat.ts';
import type { NotificationQueue } from './notifier/notification-queue.ts';
import type { UndeliveredMessages } from './queues/undelivered-messages.ts';
import type { StateTable } from './state/state-table.ts';
import type { AlertTopic } from './topics/alert-topic.ts';
import type { OpsTopic } from './topics/ops-topic.ts';

export interface HubParts {
  readonly config: DeploymentConfig;
  readonly alerts: AlertTopic;
  readonly ops: OpsTopic;
  readonly chat: Chat | undefined;
  readonly notifications: NotificationQueue;
  readonly undeliveredMessages: UndeliveredMessages;
  readonly state: StateTable;
}

/** What people and tools need to find the parts of a deployed hub. Output names are a contract. */
export function addHubOutputs(stack: Stack, parts: HubParts): void {
  const { notifications } = parts;
  const values: Readonly<Record<string, string | undefined>> = {
    CentralEventBusArn: centralEventBusArn(parts.config),
    AlertTopicArn: parts.alerts.topic.topicArn,
    OpsTopicArn: parts.ops.topic.topicArn,
    ChatTopicArn: parts.chat?.topic.topicArn,
    NotificationQueueUrl: notifications.queue.queueUrl,
    FailedNotificationsQueueUrl: notifications.failed.queueUrl,
    UndeliveredEventsQueueUrl: notifications.undelivered.queueUrl,
    UndeliveredMessagesQueueUrl: parts.undeliveredMessages.queueUrl,
    StateTableName: parts.state.table.tableName,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) new CfnOutput(stack, name, { value });
  }
}
