import { describe, expect, it } from 'vitest';
import { deployStack } from '../cloudformation/stack.ts';
import { parseTemplate } from '../cloudformation/template.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Queue } from './queue.ts';

function queueWith(properties: Record<string, unknown>) {
  const clock = new VirtualClock();
  const template = parseTemplate(
    { Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: properties } } },
    'test',
  );
  const stack = deployStack(template, {
    stackName: 'S',
    account: '123456789012',
    region: 'eu-west-1',
  });
  return { clock, queue: new Queue(stack, stack.resources[0]!, clock) };
}

describe('a queue', () => {
  it('hides what was received until the visibility timeout is over', () => {
    const { queue, clock } = queueWith({ VisibilityTimeout: 60 });
    queue.send('a');
    expect(queue.receive(10, 1000)).toHaveLength(1);
    expect(queue.receive(10, 1000)).toEqual([]);
    clock.advanceTo(queue.nextVisibleAt ?? 0);
    expect(queue.receive(10, 1000)).toMatchObject([{ body: 'a', receiveCount: 2 }]);
  });

  it('gives at most a batch, and no more bytes than fit', () => {
    const { queue } = queueWith({});
    for (const body of ['aaa', 'bbb', 'ccc']) queue.send(body);
    expect(queue.receive(2, 1000)).toHaveLength(2);
    const { queue: other } = queueWith({});
    for (const body of ['aaa', 'bbb', 'ccc']) other.send(body);
    expect(other.receive(10, 6)).toHaveLength(2);
    expect(other.receive(10, 1)).toHaveLength(1);
  });

  it('parks what was received too often', () => {
    const { queue } = queueWith({
      RedrivePolicy: { deadLetterTargetArn: 'dlq', maxReceiveCount: 1 },
    });
    queue.send('a');
    expect(queue.redrive()).toEqual([]);
    queue.receive(1, 1000);
    expect(queue.redrive()).toMatchObject([{ to: 'dlq', message: { body: 'a' } }]);
    expect(queue.nextVisibleAt).toBeUndefined();
  });
});
