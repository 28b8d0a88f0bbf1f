import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';
import type { StateTable } from '../state/state-table.ts';

/** How long the notifier may work on one batch; the queue's visibility timeout follows from it. */
export const notifierTimeout = Duration.seconds(20);

export interface NotifierContext {
  readonly config: Pick<DeploymentConfig, 'accountNames' | 'retention' | 'sessions'>;
  readonly alertTopic: ITopic;
  /** @default - no chat */
  readonly chatTopic?: ITopic | undefined;
  readonly state: StateTable;
}

/** Days that an event is remembered after the archive can no longer send it again. */
const retentionBeyondArchiveDays = 10;

/** The environment of notifier and digester; `libs/notifier` reads and checks it. */
export function notifierEnvironment(context: NotifierContext): Readonly<Record<string, string>> {
  const { config, alertTopic, chatTopic, state } = context;
  const { accountNames, retention, sessions } = config;
  const memoryDays = retention.archiveDays + retentionBeyondArchiveDays;
  return {
    ALERT_TOPIC_ARN: alertTopic.topicArn,
    ...(chatTopic && { CHAT_TOPIC_ARN: chatTopic.topicArn }),
    ...(Object.keys(accountNames).length > 0 && { ACCOUNT_NAMES: JSON.stringify(accountNames) }),
    STATE_TABLE_NAME: state.table.tableName,
    EVENT_MEMORY_SECONDS: String(memoryDays * 86_400),
    SESSION_QUIET_SECONDS: String(sessions.quietMinutes * 60),
    DIGEST_INTERVAL_SECONDS: String(sessions.digestMinutes * 60),
    ALERT_AT_ONCE_FROM: sessions.alertAtOnceFrom,
  };
}
