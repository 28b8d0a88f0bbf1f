import { compileEventPattern, type EventMatcher } from '@root-activity-monitor/event-pattern';
import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import * as z from 'zod';
import { busName } from '../cloudformation/physical-resource.ts';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
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

const known = new WeakMap<Stack, readonly Rule[]>();

/** The rules of a stack that listen on one bus; those that only keep a schedule do not. */
export function rulesOn(stack: Stack, bus: string): readonly Rule[] {
  const rules = known.get(stack) ?? rulesIn(stack);
  known.set(stack, rules);
  return rules.filter((rule) => rule.bus === bus);
}

function rulesIn(stack: Stack): readonly Rule[] {
  return resourcesOf(stack, 'AWS::Events::Rule').flatMap((resource): readonly Rule[] => {
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
  });
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
  const keys = Object.keys(rule.pattern);
  if (!matcherOf(rule)(event)) {
    const unfit = keys.filter((key) => !matcherOf(rule, key)(event));
    return {
      matched: false,
      by: 'pattern',
      fitting: keys.length - unfit.length,
      reason: `${named} does not match: ${mismatch(rule, unfit[0], event)}`,
    };
  }
  const fitting = keys.length;
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

const matchers = new WeakMap<Rule, Map<string, EventMatcher>>();

/** Compiled when it is first asked: the matcher of the whole pattern, or of one of its fields. */
function matcherOf(rule: Rule, field?: string): EventMatcher {
  const compiled = matchers.get(rule) ?? new Map<string, EventMatcher>();
  matchers.set(rule, compiled);
  const key = field ?? '';
  const matcher =
    compiled.get(key) ??
    compileEventPattern(field === undefined ? rule.pattern : { [field]: rule.pattern[field] });
  compiled.set(key, matcher);
  return matcher;
}

/** The first field of the pattern that does not fit by itself. */
function mismatch({ pattern }: Rule, field: string | undefined, event: EventEnvelope): string {
  if (field === undefined) return 'no combination of its fields fits';
  const wanted = pattern[field];
  const alternatives = typeof wanted === 'object' && wanted !== null && '$or' in wanted;
  if (field === '$or' || alternatives) return 'none of its alternatives ($or) fits';
  const found = event[field];
  const shown =
    typeof found === 'string' ? `"${found}"` : found === undefined ? 'missing' : 'of another kind';
  return `${field} is ${shown}, it wants ${JSON.stringify(wanted)}`;
}
