import { beforeEach, expect, test } from 'vitest';
import { releaseFailedCreations, type StackState } from './failed-creations.ts';

let unprotected: string[];
let said: string[];
beforeEach(() => {
  unprotected = [];
  said = [];
});

const hub = { name: 'Hub', region: 'eu-west-1' };
const release = (
  stateOf: () => Promise<StackState | undefined>,
  unprotect = async ({ name }: { name: string }) => void unprotected.push(name),
) => releaseFailedCreations([hub], { stateOf, unprotect, say: (text) => said.push(text) });
const state =
  (status: string, terminationProtection = true) =>
  async () => ({
    status,
    terminationProtection,
  });

test.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
  'a protected stack in %s, which never existed, may be deleted',
  async (status) => {
    await release(state(status));
    expect(unprotected).toEqual(['Hub']);
    expect(said.join()).toContain('Hub in eu-west-1 could not be created before');
  },
);

test.each([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
  'DELETE_FAILED',
  'CREATE_IN_PROGRESS',
  'REVIEW_IN_PROGRESS',
])('a stack in %s keeps its protection', async (status) => {
  await release(state(status));
  expect([unprotected, said]).toEqual([[], []]);
});

test('where there is no stack, no protection or no leave to look, nothing happens', async () => {
  await release(async () => undefined);
  await release(state('ROLLBACK_COMPLETE', false));
  await release(() => Promise.reject(new Error('AccessDenied')));
  expect([unprotected, said]).toEqual([[], []]);
});

test('without leave to change it, the command to give somebody who has is said', async () => {
  await release(state('ROLLBACK_COMPLETE'), () => Promise.reject(new Error('AccessDenied')));
  expect(said.join()).toContain(
    'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name Hub --region eu-west-1',
  );
});
