import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StateTable } from '../state/state-table.ts';

export interface NotifierSurroundings {
  readonly config: Pick<DeploymentConfig, 'accountNames' | 'retention' | 'sessions'>;
  readonly alertTopic: ITopic;
  /** @default - no chat */
  readonly chatTopic?: ITopic | undefined;
  readonly state: StateTable;
}

/** Days that an event is remembered after the archive can no longer send it again. */
const retentionBeyondArchiveDays = 10;

/** The environment of notifier and digester; `libs/notifier` reads and checks it. */
export function notifierEnvironment(
  surroundings: NotifierSurroundings,
): Readonly<Record<string, string>> {
  const { config, alertTopic, chatTopic, state } = surroundings;
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
