import * as z from 'zod';
import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
import type { NamedPolicy } from '../iam/evaluate.ts';
import { PolicyDocumentSchema } from '../iam/policy-document.ts';
import { textFor, type AcceptedMessage, type MessageAttribute } from './message.ts';

const TopicPropertiesSchema = z.looseObject({
  DisplayName: z.string().optional(),
  KmsMasterKeyId: z.string().optional(),
  Subscription: z.array(z.looseObject({ Protocol: z.string(), Endpoint: z.string() })).default([]),
});
const TopicPolicyPropertiesSchema = z.looseObject({
  Topics: z.array(z.string()),
  PolicyDocument: PolicyDocumentSchema,
});
const FilterPolicySchema = z.record(z.string(), z.unknown());
const SubscriptionPropertiesSchema = z.looseObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string().optional(),
  FilterPolicy: z
    .union([
      FilterPolicySchema,
      z.string().transform((text) => FilterPolicySchema.parse(JSON.parse(text))),
    ])
    .optional(),
  FilterPolicyScope: z.enum(['MessageAttributes', 'MessageBody']).default('MessageAttributes'),
  RawMessageDelivery: z.union([z.boolean(), z.stringbool()]).default(false),
});

export interface Subscription {
  readonly protocol: string;
  readonly endpoint: string;
  readonly filterPolicy: Readonly<Record<string, unknown>> | undefined;
  readonly scope: 'MessageAttributes' | 'MessageBody';
  /** Whether it gets the text alone, without what SNS wraps around it. */
  readonly raw: boolean;
}

export interface Topic {
  readonly arn: string;
  readonly displayName: string | undefined;
  readonly keyId: string | undefined;
  readonly policies: readonly NamedPolicy[];
  readonly subscriptions: readonly Subscription[];
}

/** The topics of a stack, with policies and subscriptions. */
export function topicsOf(stack: Stack): readonly Topic[] {
  const policies = resourcesOf(stack, 'AWS::SNS::TopicPolicy').map((resource) =>
    TopicPolicyPropertiesSchema.parse(resource.properties()),
  );
  const subscriptions = resourcesOf(stack, 'AWS::SNS::Subscription').map((resource) =>
    SubscriptionPropertiesSchema.parse(resource.properties()),
  );
  return resourcesOf(stack, 'AWS::SNS::Topic').map(({ ref: arn, ...topic }) => {
    const { DisplayName, KmsMasterKeyId, Subscription } = TopicPropertiesSchema.parse(
      topic.properties(),
    );
    const inline = Subscription.map((one) => ({ Endpoint: one.Endpoint, Protocol: one.Protocol }));
    return {
      arn,
      displayName: DisplayName,
      keyId: KmsMasterKeyId,
      policies: policies
        .filter(({ Topics }) => Topics.includes(arn))
        .map(({ PolicyDocument }) => ({ name: 'topic policy', document: PolicyDocument })),
      subscriptions: [
        ...inline.map((one) => ({
          ...one,
          FilterPolicy: undefined,
          FilterPolicyScope: 'MessageAttributes' as const,
          RawMessageDelivery: false,
        })),
        ...subscriptions.filter(({ TopicArn }) => TopicArn === arn),
      ].map((one) => ({
        protocol: one.Protocol,
        endpoint: one.Endpoint ?? '',
        filterPolicy: one.FilterPolicy,
        scope: one.FilterPolicyScope,
        raw: one.RawMessageDelivery,
      })),
    };
  });
}

/**
 * Whether a message passes a subscription's filter policy. An attribute that the message lacks
 * fails it, unless the policy says `exists: false`.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function passesFilter(
  subscription: Omit<Subscription, 'raw'>,
  message: AcceptedMessage,
): boolean {
  const { filterPolicy, scope, protocol } = subscription;
  if (filterPolicy === undefined || Object.keys(filterPolicy).length === 0) return true;
  const filtered =
    scope === 'MessageBody'
      ? bodyObject(textFor(message, protocol))
      : Object.fromEntries(
          [...message.attributes].map(([name, value]) => [name, filterable(value)]),
        );
  return filtered !== undefined && matchesEventPattern(filterPolicy, filtered);
}

/** An attribute's value as a filter policy sees it. */
export function filterable({ dataType, stringValue = '' }: MessageAttribute): unknown {
  if (dataType.startsWith('Number')) return Number(stringValue);
  return dataType === 'String.Array' ? JSON.parse(stringValue) : stringValue;
}

function bodyObject(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
