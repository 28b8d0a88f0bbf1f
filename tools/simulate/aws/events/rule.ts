import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import * as z from 'zod';
import { busName } from '../../cloudformation/physical-resource.ts';
import { resourcesOf, type Stack } from '../../cloudformation/stack.ts';
import { isReadOnlyManagementEvent } from './read-only.ts';

const PatternSchema = z.record(z.string(), z.unknown());

const RulePropertiesSchema = z.looseObject({
  EventBusName: z.string().default('default'),
  /** An object, or its JSON where a pattern holds `null`. */
  EventPattern: z
    .union([PatternSchema, z.string().transform((text) => PatternSchema.parse(JSON.parse(text)))])
    .optional(),
  State: z
    .enum(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'])
    .default('ENABLED'),
  Targets: z
    .array(
      z.looseObject({
        Id: z.string(),
        Arn: z.string(),
        RoleArn: z.string().optional(),
        Input: z.unknown().optional(),
        InputPath: z.unknown().optional(),
        InputTransformer: z.unknown().optional(),
        DeadLetterConfig: z.looseObject({ Arn: z.string().optional() }).optional(),
      }),
    )
    .default([]),
});

export type RuleTarget = z.infer<typeof RulePropertiesSchema>['Targets'][number];

export interface Rule {
  readonly name: string;
  readonly arn: string;
  /** The name of its bus; `default` for the account's own. */
  readonly bus: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly state: z.infer<typeof RulePropertiesSchema>['State'];
  readonly targets: readonly RuleTarget[];
}

/** The rules of a stack that listen on one bus; those that only keep a schedule do not. */
export function rulesOn(stack: Stack, bus: string): readonly Rule[] {
  return resourcesOf(stack, 'AWS::Events::Rule')
    .flatMap((resource): readonly Rule[] => {
      const { EventPattern, EventBusName, State, Targets } = RulePropertiesSchema.parse(
        resource.properties(),
      );
      if (EventPattern === undefined) return [];
      const arn = resource.attribute('Arn');
      const name = arn.split('/').at(-1) ?? arn;
      return [
        {
          name,
          arn,
          bus: busName(EventBusName),
          pattern: EventPattern,
          state: State,
          targets: Targets,
        },
      ];
    })
    .filter((rule) => rule.bus === bus);
}

export interface RuleMatch {
  readonly matched: boolean;
  readonly reason: string;
  /** What kept it: the pattern, or the state of a rule whose pattern would have matched. */
  readonly by?: 'pattern' | 'state';
  /** How many fields of the pattern fit by themselves. */
  readonly fitting: number;
}

/**
 * Whether a rule takes an event: its pattern, then its state.
 *
 * @throws InvalidEventPatternError on a pattern that EventBridge refuses
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export function matchRule(rule: Rule, event: EventEnvelope): RuleMatch {
  const named = `rule ${rule.name}`;
  const fitting = Object.keys(rule.pattern).filter((key) => fits(rule, key, event)).length;
  if (!matchesEventPattern(rule.pattern, event)) {
    return {
      matched: false,
      by: 'pattern',
      fitting,
      reason: `${named} does not match: ${mismatch(rule, event)}`,
    };
  }
  if (rule.state === 'DISABLED') {
    return { matched: false, by: 'state', fitting, reason: `${named} is DISABLED` };
  }
  if (rule.state === 'ENABLED' && isReadOnlyManagementEvent(event)) {
    return {
      matched: false,
      by: 'state',
      fitting,
      reason: `${named} is ENABLED, which leaves out management events that only read; ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS takes them`,
    };
  }
  return { matched: true, fitting, reason: `${named} matches` };
}

/** Why no rule took an event, in the words of those that came nearest. */
export function nearestReasons(matches: readonly RuleMatch[]): string {
  const nearest = Math.max(...matches.map(({ fitting }) => fitting));
  const near = matches.filter(({ fitting }) => fitting === nearest);
  return near.map(({ reason }) => reason).join('; ');
}

function fits({ pattern }: Rule, key: string, event: EventEnvelope): boolean {
  return matchesEventPattern({ [key]: pattern[key] }, event);
}

/** The first field of the pattern that does not fit by itself. */
function mismatch(rule: Rule, event: EventEnvelope): string {
  const { pattern } = rule;
  const field = Object.keys(pattern).find((key) => !fits(rule, key, event));
  if (field === undefined) return 'no combination of its fields fits';
  if (field === '$or') return 'none of its alternatives ($or) fits';
  const found = event[field];
  const shown =
    typeof found === 'string' ? `"${found}"` : found === undefined ? 'missing' : 'of another kind';
  return `${field} is ${shown}, it wants ${JSON.stringify(pattern[field])}`;
}
