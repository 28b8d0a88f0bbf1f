import { describe, expect, it } from 'vitest';
import { deployStack } from '../cloudformation/stack.ts';
import { parseTemplate } from '../cloudformation/template.ts';
import type { QueueHabits } from './message-queue.ts';
import { Queue } from './queue.ts';

const now = Date.parse('2026-11-02T08:00:00Z');

function queueWith(properties: Record<string, unknown>, habits?: QueueHabits): Queue {
  const template = parseTemplate(
    { Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: properties } } },
    'test',
  );
  const stack = deployStack(template, {
    stackName: 'S',
    account: '123456789012',
    region: 'eu-west-1',
  });
  return new Queue(stack, stack.resources[0]!, habits);
}

describe('a queue', () => {
  it('hides what was received until the visibility timeout is over', () => {
    const queue = queueWith({ VisibilityTimeout: 60 });
    const { messageId } = queue.send('a', now);
    expect(queue.receive(10, now - 1)).toEqual([]);
    expect(queue.receive(10, now)).toHaveLength(1);
    expect(queue.receive(10, now + 59_999)).toEqual([]);
    expect(queue.nextVisibleAt).toBe(now + 60_000);
    expect(queue.receive(10, now + 60_000)).toMatchObject([{ body: 'a', receiveCount: 2 }]);
    queue.makeVisible([messageId], now + 60_001);
    expect(queue.receive(10, now + 60_001)).toMatchObject([{ body: 'a', receiveCount: 3 }]);
  });

  it('gives at most a batch, and no more bytes than fit', () => {
    const [queue, other] = [queueWith({}), queueWith({})];
    for (const body of ['aaa', 'bbb', 'ccc']) {
      queue.send(body, now);
      other.send(body, now);
    }
    expect(queue.receive(2, now)).toHaveLength(2);
    expect(other.receive(10, now, 6)).toHaveLength(2);
    expect(other.receive(10, now, 1)).toHaveLength(1);
  });

  it('gives messages in the order and under the names that it is told', () => {
    const queue = queueWith(
      {},
      { messageId: (n) => `message-${n}`, order: (visible) => visible.toReversed() },
    );
    for (const body of ['a', 'b', 'c']) queue.send(body, now);
    expect(queue.receive(2, now).map(({ messageId }) => messageId)).toEqual([
      'message-3',
      'message-2',
    ]);
  });

  it('parks what was received too often', () => {
    const queue = queueWith({
      RedrivePolicy: { deadLetterTargetArn: 'dlq', maxReceiveCount: 1 },
    });
    queue.send('a', now);
    expect(queue.redrive()).toEqual([]);
    queue.receive(1, now);
    // Somebody still works on it.
    expect(queue.redrive(now)).toEqual([]);
    expect(queue.redrive()).toMatchObject([{ body: 'a' }]);
    expect(queue.nextVisibleAt).toBeUndefined();
  });
});
