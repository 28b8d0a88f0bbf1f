import * as z from 'zod/mini';
import type { Settings } from '../ports/services.ts';
import { defaultPolicy } from '../session/session-policy.ts';
import { severities } from '@root-activity-monitor/event-schema';

/** The function's environment variables, parsed. */
export interface Environment {
  readonly settings: Settings;
  readonly stateTableName: string;
}

/** The function's environment is incomplete or wrong: redeploy the hub. */
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
  SESSION_QUIET_SECONDS: milliseconds(defaultPolicy.idleTimeout),
  DIGEST_INTERVAL_SECONDS: milliseconds(defaultPolicy.digestInterval),
  DIGEST_GRACE_SECONDS: milliseconds(defaultPolicy.lateArrivalGrace),
  CLAIM_SECONDS: milliseconds(defaultPolicy.claimLifetime),
  EVENT_MEMORY_SECONDS: milliseconds(defaultPolicy.eventRetention),
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
    stateTableName: data.STATE_TABLE_NAME,
    settings: {
      alertTopicArn: data.ALERT_TOPIC_ARN,
      chatTopicArn: data.CHAT_TOPIC_ARN,
      accountNames: data.ACCOUNT_NAMES ?? {},
      policy: {
        ...defaultPolicy,
        idleTimeout: data.SESSION_QUIET_SECONDS,
        urgentDigest: Math.min(defaultPolicy.urgentDigest, data.DIGEST_INTERVAL_SECONDS),
        digestInterval: data.DIGEST_INTERVAL_SECONDS,
        lateArrivalGrace: data.DIGEST_GRACE_SECONDS,
        claimLifetime: data.CLAIM_SECONDS,
        eventRetention: data.EVENT_MEMORY_SECONDS,
        alertAtOnceFrom: data.ALERT_AT_ONCE_FROM ?? defaultPolicy.alertAtOnceFrom,
      },
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
