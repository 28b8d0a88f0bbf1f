import * as z from 'zod';
import type { AccountNames } from '../activity/read-activity.ts';

/** What the function is told through its environment. */
export interface Environment {
  readonly alertTopicArn: string;
  readonly chatTopicArn: string | undefined;
  readonly accountNames: AccountNames;
}

/** The function's environment is incomplete or wrong: the deployment must be mended. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const topicArn = z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:.+$/);
const namesJson = z.string().transform((text, context) => {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    context.addIssue('must be a JSON object of account names');
    return z.NEVER;
  }
});
const Variables = z.object({
  ALERT_TOPIC_ARN: topicArn,
  CHAT_TOPIC_ARN: topicArn.optional(),
  ACCOUNT_NAMES: namesJson.optional(),
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
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
    throw new EnvironmentError(
      `missing or malformed in the function's environment: ${names.join(', ')}; deploy the hub stack again`,
    );
  }
  return {
    alertTopicArn: parsed.data.ALERT_TOPIC_ARN,
    chatTopicArn: parsed.data.CHAT_TOPIC_ARN,
    accountNames: parsed.data.ACCOUNT_NAMES ?? {},
  };
}
