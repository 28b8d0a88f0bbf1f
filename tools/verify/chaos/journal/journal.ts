import type { PublishEntry } from '@root-activity-monitor/local-aws/sns';
import type { QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import type { DecisionLog } from '@root-activity-monitor/notifier/contract';
import type { ChaosEvent } from '../events/scenario.ts';
import type { RequestFaultName } from '../faults/request-faults.ts';

/** A message that was put into the queue. */
export interface Accepted {
  readonly messageId: string;
  readonly event: ChaosEvent;
  /** By what the notifier knows the event: how it came, and its ID. */
  readonly key: string;
}

/** One message that a topic took. */
export interface Mail {
  readonly invocation: number;
  readonly at: number;
  readonly topicArn: string;
  readonly entry: PublishEntry;
  /** What the digester had read just before: the period, and the keys of its events. */
  readonly period: Period | undefined;
}

export interface Period {
  readonly collection: string;
  readonly keys: readonly string[];
}

/** One run of the bundle. */
export interface Invocation {
  readonly number: number;
  readonly handler: 'notifier' | 'digester';
  readonly at: number;
  readonly messages: readonly QueueMessage[];
  /** What struck it, in order. */
  readonly faults: StruckFault[];
  /** What it asked for, and what it was answered; for people who look into a seed. */
  readonly requests: string[];
  /** What it logged; empty when it was ended. */
  log: readonly DecisionLog[];
  /** Message IDs that it handed back; undefined when it did not answer. */
  failed: ReadonlySet<string> | undefined;
  /** What it threw. */
  threw: string | undefined;
}

export interface StruckFault {
  readonly name: RequestFaultName;
  readonly operation: string;
  /** The events that it struck, where that is narrower than the batch. */
  readonly keys?: readonly string[];
}

/** All that happened in one seed. */
export interface Journal {
  readonly seed: number;
  readonly alertTopicArn: string;
  readonly alertAtOnceFrom: string;
  readonly sessionQuiet: number;
  readonly accepted: readonly Accepted[];
  readonly invocations: readonly Invocation[];
  readonly mails: readonly Mail[];
  readonly parked: readonly QueueMessage[];
  /** Keys of the events that the table has as counted, with the collection of their period. */
  readonly counted: ReadonlyMap<string, string>;
  /** What happened to messages on their way, by name. */
  readonly delivery: ReadonlyMap<string, number>;
  /** Requests that a process made after it had answered. */
  readonly afterAnswer: readonly string[];
  /** Whether queue and sessions came to an end after the faults. */
  readonly settled: boolean;
}
