import * as z from 'zod/mini';
import type { AccountNames } from '../activity/read-activity.ts';
import { defaultWindows, type Windows } from '../session/session-policy.ts';
import { severities } from '../severity.ts';

/** What the function is told through its environment. */
export interface Environment {
  readonly alertTopicArn: string;
  readonly chatTopicArn: string | undefined;
  readonly accountNames: AccountNames;
  readonly stateTableName: string;
  readonly windows: Windows;
}

/** The function's environment is incomplete or wrong: the deployment must be mended. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const topicArn = z.string().check(z.regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:.+$/));
const namesJson = z.pipe(
  z.pipe(z.string(), z.transform(parseJson)),
  z.record(z.string(), z.string()),
);
const milliseconds = (fallback: number) =>
  z.pipe(
    z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
    z.transform((seconds) => (seconds === undefined ? fallback : Number(seconds) * 1000)),
  );

const Variables = z.object({
  ALERT_TOPIC_ARN: topicArn,
  STATE_TABLE_NAME: z.string().check(z.minLength(1)),
  SESSION_QUIET_SECONDS: milliseconds(defaultWindows.sessionQuiet),
  DIGEST_INTERVAL_SECONDS: milliseconds(defaultWindows.digestInterval),
  DIGEST_GRACE_SECONDS: milliseconds(defaultWindows.digestGrace),
  CLAIM_SECONDS: milliseconds(defaultWindows.claimLifetime),
  EVENT_MEMORY_SECONDS: milliseconds(defaultWindows.eventMemory),
  ALERT_AT_ONCE_FROM: z.optional(z.enum(severities)),
  CHAT_TOPIC_ARN: z.optional(topicArn),
  ACCOUNT_NAMES: z.optional(namesJson),
});

/**
 * Reads the function's environment.
 *
 * @throws EnvironmentError naming the variables that are missing or wrong, not their values
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const parsed = Variables.safeParse(variables);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new EnvironmentError(
      `missing or malformed in the function's environment: ${names.join(', ')}; deploy the hub stack again`,
    );
  }
  const { data } = parsed;
  return {
    alertTopicArn: data.ALERT_TOPIC_ARN,
    chatTopicArn: data.CHAT_TOPIC_ARN,
    accountNames: data.ACCOUNT_NAMES ?? {},
    stateTableName: data.STATE_TABLE_NAME,
    windows: {
      longestSession: defaultWindows.longestSession,
      digesterRate: defaultWindows.digesterRate,
      urgentDigest: Math.min(defaultWindows.urgentDigest, data.DIGEST_INTERVAL_SECONDS),
      sessionQuiet: data.SESSION_QUIET_SECONDS,
      digestInterval: data.DIGEST_INTERVAL_SECONDS,
      digestGrace: data.DIGEST_GRACE_SECONDS,
      claimLifetime: data.CLAIM_SECONDS,
      eventMemory: data.EVENT_MEMORY_SECONDS,
      alertAtOnceFrom: data.ALERT_AT_ONCE_FROM ?? defaultWindows.alertAtOnceFrom,
    },
  };
}

/** Text that is not JSON becomes undefined, which no schema here takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
