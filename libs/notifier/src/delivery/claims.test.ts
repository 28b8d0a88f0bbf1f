import { NodeHttpHandler } from '@smithy/node-http-handler';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../session/session-policy.ts';
import { alertTopicArn, minute, useScenes } from '../testing/scene.ts';
import { clientFor } from '../testing/state-table.ts';

const openScene = useScenes();

describe('a claim to alert', () => {
  it('is granted when its answer was lost and it is asked for again', async () => {
    const { endpoint, notify, persistence, sent, stateThrough } = await openScene();
    const handler = new NodeHttpHandler();
    let lost = 0;
    const losing = {
      handle: async (...request: Parameters<NodeHttpHandler['handle']>) => {
        const answer = await handler.handle(...request);
        if (request[0].headers['x-amz-target'] !== 'DynamoDB_20120810.UpdateItem' || lost++ > 0) {
          return answer;
        }
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      },
    };
    const client = clientFor(endpoint, { requestHandler: losing });
    await notify([persistence()], { state: stateThrough(client) });
    expect(sent).toHaveLength(1);
  });

  it('of higher severity stays when a lesser alert is confirmed meanwhile', async () => {
    const { account, now, state } = await openScene();
    const key = `live#${account}#sign-in`;
    await state.claim(key, 'low', 'event', now());
    await state.claim(key, 'high', 'another event', now());
    await state.confirm(
      [{ eventKey: 'event', sessionKey: key, severity: 'low', status: 'alerted' }],
      now(),
    );
    expect((await state.claim(key, 'high', 'a third event', now())).is).toBe('covered');
  });

  it('after the idle timeout finds nothing alerted, even when its first alert fails', async () => {
    const { notify, pass, persistence, refusing, subjects, write } = await openScene();
    await notify([persistence()]);
    pass(16 * minute);
    const again = write();
    refusing.add(alertTopicArn);
    await notify([again]);
    refusing.clear();
    await notify([again]);
    expect(subjects().at(-1)).toBe('[HIGH] Root write: s3 CreateBucket');
  });

  it('after a quiet time is not refused for what a counted event joined', async () => {
    const { notify, pass, persistence, read, sent, services, write } = await openScene();
    const policy = { ...defaultPolicy, alertAtOnceFrom: 'medium' } as const;
    const settings = { ...services().settings, policy };
    await notify([persistence()], { settings });
    pass(16 * minute);
    await notify([read()], { settings });
    await notify([write()], { settings });
    expect(sent).toHaveLength(2);
  });

  it('is one also in a session in which nothing alerted for twelve hours', async () => {
    const { notify, pass, read, sent, services, write } = await openScene();
    const policy = { ...defaultPolicy, alertAtOnceFrom: 'medium' } as const;
    const settings = { ...services().settings, policy };
    for (let passed = 0; passed <= 12 * 60; passed += 14) {
      await notify([read()], { settings });
      pass(14 * minute);
    }
    await notify([write()], { settings });
    await notify([write()], { settings });
    expect(sent).toHaveLength(1);
  });
});
