import { describe, expect, it } from 'vitest';
import type { StackInstance } from './stack-instances.ts';
import { reportUnreached, unreachedReport } from './unreached.ts';

const instance = (changed: Partial<StackInstance> = {}): StackInstance => ({
  account: '444455556666',
  region: 'eu-west-1',
  status: 'SUCCEEDED',
  reason: '',
  ...changed,
});
const denied = instance({
  region: 'eu-south-1',
  status: 'FAILED',
  reason: 'User: … is not authorized to perform: sqs:CreateQueue\nwith an explicit deny',
});

describe('after a rollout', () => {
  it('there is nothing to say where the spoke is everywhere', () => {
    const suspended = instance({ status: 'SKIPPED_SUSPENDED_ACCOUNT' });
    expect(unreachedReport([instance(), instance({ status: 'CURRENT' }), suspended])).toEqual([]);
  });

  it('a Region that a policy denies is told, with a reason', () => {
    const other = { ...denied, account: '555566667777' };
    const lines = unreachedReport([instance(), denied, other]);
    expect(lines[0]).toContain('in 2 of 3 places');
    expect(lines[1]).toBe(
      '  eu-south-1: 2 of 2 accounts, as 444455556666, FAILED: User: … is not authorized to perform: sqs:CreateQueue with an explicit deny',
    );
  });

  it.each(['FAILED', 'CANCELLED', 'INOPERABLE', 'PENDING', 'RUNNING', 'OUTDATED', 'A_NEW_ONE', ''])(
    'status "%s" is not well',
    (status) => {
      expect(unreachedReport([instance({ status })])).not.toEqual([]);
    },
  );

  it('a StackSet that reached nobody is not well', () => {
    expect(unreachedReport([]).join()).toContain('no account at all');
  });
});

describe('the exit status', () => {
  const ended = (list: () => Promise<readonly StackInstance[]>) => reportUnreached(list, () => {});

  it('tells of what was not reached', async () => {
    expect(await ended(async () => [instance()])).toBe(0);
    expect(await ended(async () => [instance(), denied])).toBe(1);
  });

  it('is not spoilt where it may not be seen', async () => {
    expect(await ended(() => Promise.reject(new Error('AccessDenied')))).toBe(0);
  });
});
