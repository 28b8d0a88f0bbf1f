import { EventEnvelopeSchema, type EventEnvelope } from '@root-activity-monitor/event-schema';
import { partitionOf } from '@root-activity-monitor/local-aws/cloudformation';

/** Where an event is to have happened instead. */
export interface Move {
  /** 12 digits. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The event as it would be in another account or Region: in the envelope, and wherever the record
 * names the old account, Region or partition.
 */
export function moveEvent(envelope: EventEnvelope, { account, region }: Move): EventEnvelope {
  if (account === undefined && region === undefined) return envelope;
  const replacements: (readonly [RegExp, string])[] = [];
  if (account !== undefined && envelope.account !== '') {
    replacements.push([
      new RegExp(String.raw`(?<!\d)${literal(envelope.account)}(?!\d)`, 'g'),
      account,
    ]);
  }
  if (region !== undefined && envelope.region !== '') {
    replacements.push([
      new RegExp(`(?<![a-z0-9-])${literal(envelope.region)}(?![a-z0-9])`, 'g'),
      region,
    ]);
    const [from, to] = [partitionOf(envelope.region), partitionOf(region)];
    if (from !== to)
      replacements.push([new RegExp(`(?<![a-z0-9-])arn:${from}:`, 'g'), `arn:${to}:`]);
  }
  const moved = EventEnvelopeSchema.parse(replaceTexts(envelope, replacements));
  return {
    ...moved,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
}

function replaceTexts(
  value: unknown,
  replacements: readonly (readonly [RegExp, string])[],
): unknown {
  if (typeof value === 'string') {
    return replacements.reduce((text, [from, to]) => text.replaceAll(from, () => to), value);
  }
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, replacements));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceTexts(item, replacements)]),
  );
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
