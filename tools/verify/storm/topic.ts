import { createServer, type Server } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '@root-activity-monitor/local-aws';
import { publish } from '@root-activity-monitor/chaos';
import { messageSubject, type MessageSubject } from '@root-activity-monitor/notifier/contract';

/** A mail that SNS took. */
export interface StormMail {
  readonly account: string;
  readonly about: MessageSubject;
  /** On the clock of `performance.now()`. */
  readonly takenAt: number;
}

/** SNS on loopback, which takes what SNS takes. */
export class StormTopic {
  readonly mails: StormMail[] = [];
  refused = 0;
  readonly #server: Server = createServer((request, response) => {
    readBody(request)
      .then((body) => {
        const takenAt = performance.now();
        const { answer, accepted, refused } = publish(body);
        this.refused += refused.length;
        for (const { attributes } of accepted) {
          const value = (name: string) => attributes.get(name)?.stringValue ?? '';
          this.mails.push({
            account: value('accountId'),
            about: messageSubject((name) => attributes.get(name)?.stringValue),
            takenAt,
          });
        }
        response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
      })
      .catch(() => response.destroy());
  });

  async start(): Promise<string> {
    return `http://${await listenOnLoopback(this.#server)}`;
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
  }
}
