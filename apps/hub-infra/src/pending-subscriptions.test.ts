import { expect, it } from 'vitest';
import { subscriptionAdvice } from './pending-subscriptions.ts';

it('where everybody has confirmed there is nothing to say', async () => {
  expect(await subscriptionAdvice(async () => [])).toEqual([]);
});

it('who has not confirmed is named', async () => {
  const advice = await subscriptionAdvice(async () => ['email security@example.com']);
  expect(advice[1]).toBe('  email security@example.com');
});

it('where it may not be seen, a deployment is not spoilt', async () => {
  const advice = await subscriptionAdvice(() => Promise.reject(new Error('AccessDenied')));
  expect(advice.join()).toContain('could not be seen');
});
