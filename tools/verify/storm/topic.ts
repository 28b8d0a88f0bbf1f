import { SnsEndpoint, type AcceptedMessage } from '@root-activity-monitor/local-aws/sns';
import { messageSubject, type MessageSubject } from '@root-activity-monitor/notifier/contract';

/** A mail that SNS took. */
export interface StormMail {
  readonly account: string;
  readonly about: MessageSubject;
  /** On the clock of `performance.now()`. */
  readonly takenAt: number;
}

/** SNS on loopback, and the mails that it took. */
export class StormTopic {
  readonly mails: StormMail[] = [];
  refused = 0;
  readonly #sns = new SnsEndpoint({
    onPublish: ({ accepted, refused }) => {
      this.mails.push(...accepted.map(mailOf));
      this.refused += refused.flatMap(({ entries }) => entries).length;
    },
  });

  start(): Promise<string> {
    return this.#sns.start();
  }

  close(): Promise<void> {
    return this.#sns.close();
  }
}

function mailOf({ at, attributes }: AcceptedMessage): StormMail {
  const valueOf = (name: string) => attributes.get(name)?.stringValue;
  return { account: valueOf('accountId') ?? '', about: messageSubject(valueOf), takenAt: at };
}
