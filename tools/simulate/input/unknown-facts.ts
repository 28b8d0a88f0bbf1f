import { envelopeOf, type EventEnvelope } from '@root-activity-monitor/event-schema';
import type { Via } from '../trace/result.ts';
import { happenedAt } from './happened-at.ts';

/** What an envelope is given where its record says nothing. */
const invented = envelopeOf({});

/**
 * The envelope of a record, with nothing in it that the record does not say: account, Region and
 * time are empty where they are not known.
 */
export function withoutInvention(envelope: EventEnvelope): EventEnvelope {
  const { detail } = envelope;
  const known = (text: string, otherwise: string, said: unknown) =>
    text === otherwise && said !== otherwise ? '' : text;
  return {
    ...envelope,
    account: envelope.account === invented.account ? '' : envelope.account,
    region: known(envelope.region, invented.region, detail['awsRegion']),
    time: known(envelope.time, invented.time, detail['eventTime']),
  };
}

/** The fields that are missing, so that nobody can say when or where an event happened. */
export function whatNobodyKnows(envelope: EventEnvelope, via: Via): readonly string[] {
  // A simulation is put on the bus by the hub account, in its own Region.
  const simulated = via === 'simulation';
  return [
    ...(happenedAt(envelope) === undefined ? ['readable eventTime'] : []),
    ...(envelope.account === '' && !simulated ? ['account (recipientAccountId)'] : []),
    ...(envelope.region === '' && !simulated ? ['awsRegion'] : []),
  ];
}
