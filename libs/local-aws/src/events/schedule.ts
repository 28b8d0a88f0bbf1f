import * as z from 'zod';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';

const SchedulePropertiesSchema = z.looseObject({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(z.looseObject({ Arn: z.string() })).default([]),
});
const PermissionPropertiesSchema = z.looseObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

/** A rule that starts a function again and again. */
export interface Schedule {
  readonly ruleName: string;
  readonly functionArn: string;
  /** Milliseconds between two starts. */
  readonly every: number;
  /** Why it never starts the function; undefined when it does. */
  readonly fault: string | undefined;
}

/**
 * The rules of a stack that start functions at a rate.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function schedulesOf(stack: Stack): readonly Schedule[] {
  return resourcesOf(stack, 'AWS::Events::Rule').flatMap((resource) => {
    const { ScheduleExpression, State, Targets } = SchedulePropertiesSchema.parse(
      resource.properties(),
    );
    if (ScheduleExpression === undefined) return [];
    const arn = resource.attribute('Arn');
    const ruleName = arn.split('/').at(-1) ?? arn;
    const every = millisecondsOf(ScheduleExpression);
    return Targets.filter(({ Arn }) => /^arn:[^:]+:lambda:/.test(Arn)).map(({ Arn }) => ({
      ruleName,
      functionArn: Arn,
      every: every ?? 0,
      fault:
        every === undefined
          ? `${ScheduleExpression} is not simulated`
          : State === 'DISABLED'
            ? `rule ${ruleName} is DISABLED`
            : whyNotInvoked(stack, Arn, arn),
    }));
  });
}

const units: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function millisecondsOf(expression: string): number | undefined {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? 0);
  return milliseconds > 0 ? milliseconds : undefined;
}

/** EventBridge starts a function only where the function's own policy lets it. */
function whyNotInvoked(stack: Stack, functionArn: string, ruleArn: string): string | undefined {
  const name = functionArn.split(':').at(-1);
  const allowed = resourcesOf(stack, 'AWS::Lambda::Permission')
    .map((resource) => PermissionPropertiesSchema.parse(resource.properties()))
    .some(
      ({ Action, FunctionName, Principal, SourceArn = ruleArn }) =>
        Action === 'lambda:InvokeFunction' &&
        (FunctionName === functionArn || FunctionName === name) &&
        Principal === 'events.amazonaws.com' &&
        SourceArn === ruleArn,
    );
  return allowed ? undefined : `EventBridge may not invoke ${name ?? functionArn}`;
}
