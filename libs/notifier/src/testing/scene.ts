import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { envelopeOf } from '@root-activity-monitor/event-schema';
import { afterAll, beforeAll } from 'vitest';
import type { QueueMessage } from '../activity/read-batch.ts';
import { sendDigests } from '../digest/send-digests.ts';
import { dynamoDbStore } from '../adapters/dynamodb-store.ts';
import { notifyBatch } from '../notify-batch.ts';
import type { OutgoingMessage, Services } from '../ports/services.ts';
import type { StateStore } from '../session/state-store.ts';
import { defaultPolicy } from '../session/session-policy.ts';
import { call, rootIdentity } from './records.ts';
import { createTable, startState, type LocalState } from './state-table.ts';

export const alertTopicArn = 'arn:aws:sns:eu-west-1:123456789012:alerts';
export const chatTopicArn = 'arn:aws:sns:eu-west-1:123456789012:chat';
export const minute = 60_000;

type Fields = Readonly<Record<string, unknown>>;

/** A message that SNS took, and the topic that it was sent to. */
export type Sent = OutgoingMessage & { readonly topic: string };

/**
 * A notifier with a table, topics and a clock of its own. A test opens one for itself, so that
 * nothing that another test does, or still does after its time is over, can be seen in it.
 */
export class Scene {
  /** The account whose root acts, unless a record says otherwise. */
  readonly account = '200000000001';
  /** What SNS took so far. */
  readonly sent: Sent[] = [];
  /** Topics that refuse to take messages. */
  readonly refusing = new Set<string>();
  readonly endpoint: string;
  readonly state: StateStore;
  readonly #chat: boolean;
  readonly #tableName: string;
  #now = Date.UTC(2026, 10, 2, 12);
  #events = 0;

  constructor({ client, endpoint }: LocalState, tableName: string, chat: boolean) {
    this.endpoint = endpoint;
    this.#tableName = tableName;
    this.#chat = chat;
    this.state = this.stateThrough(client);
  }

  /** The same table, reached in another way. */
  readonly stateThrough = (client: DynamoDBClient): StateStore =>
    dynamoDbStore(client, this.#tableName, defaultPolicy);

  readonly now = (): number => this.#now;

  /** Lets time go by. */
  readonly pass = (milliseconds: number): void => {
    this.#now += milliseconds;
  };

  readonly services = (changes: Partial<Services> = {}): Services => ({
    settings: {
      alertTopicArn,
      chatTopicArn: this.#chat ? chatTopicArn : undefined,
      accountNames: {},
      policy: defaultPolicy,
    },
    publish: (topic, messages) => {
      if (this.refusing.has(topic)) return Promise.resolve(messages.map(() => 'InternalError'));
      this.sent.push(...messages.map((message) => ({ ...message, topic })));
      return Promise.resolve(messages.map(() => undefined));
    },
    state: this.state,
    log: { handled: () => undefined, digested: () => undefined },
    now: this.now,
    ...changes,
  });

  /** Hands the notifier a batch; the IDs of the messages that it hands back. */
  readonly notify = (
    messages: readonly QueueMessage[],
    changes: Partial<Services> = {},
  ): Promise<readonly string[]> => notifyBatch(messages, this.services(changes));

  /** A queue message with a record of the scene's account; each has its own event ID. */
  readonly message = (name: string, changes: Fields = {}, envelope: Fields = {}): QueueMessage => {
    this.#events += 1;
    const id = this.account;
    const record = call(name, {
      userIdentity: rootIdentity({ accountId: id, arn: `arn:aws:iam::${id}:root` }),
      recipientAccountId: id,
      eventID: `event-${String(this.#events)}`,
      ...changes,
    });
    return {
      messageId: `message-${String(this.#events)}`,
      body: JSON.stringify({ ...envelopeOf(record), ...envelope }),
    };
  };

  /** Low. */
  readonly read = (): QueueMessage => this.message('s3 ListBuckets', { readOnly: true });
  /** High. */
  readonly write = (): QueueMessage => this.message('s3 CreateBucket');
  /** Critical. */
  readonly persistence = (): QueueMessage => this.message('iam CreateUser');

  /** The subjects of what was sent, without the account. */
  readonly subjects = (): readonly (string | undefined)[] =>
    this.sent.map(({ subject }) => subject?.replace(/:? ?\d{12}$/, ''));

  /** Runs the digester every five minutes; what it sent. */
  readonly digestsAfter = async (minutes: number): Promise<readonly Sent[]> => {
    const before = this.sent.length;
    for (let passed = 0; passed < minutes; passed += 5) {
      this.pass(5 * minute);
      await sendDigests(this.services());
    }
    return this.sent.slice(before);
  };
}

/** Starts a DynamoDB for a file of tests; what it returns opens a scene for one of them. */
export function useScenes(): (settings?: { readonly chat?: boolean }) => Promise<Scene> {
  let local: LocalState;
  let opened = 0;
  beforeAll(async () => {
    local = await startState();
  });
  afterAll(() => local.close());
  return async ({ chat = false } = {}) => {
    opened += 1;
    const tableName = `state-of-test-${opened}`;
    await createTable(local.client, tableName);
    return new Scene(local, tableName, chat);
  };
}
