import { beforeEach, expect, it } from 'vitest';
import { runRollout, type RolloutServices } from './run-rollout.ts';

let ran: string[];
let said: string[];
beforeEach(() => {
  ran = [];
  said = [];
});

const services = (changed: Partial<RolloutServices> = {}): RolloutServices => ({
  runCdk: async (words) => {
    ran.push(words.join(' '));
    return 0;
  },
  confirm: async () => true,
  say: (text) => said.push(text),
  ...changed,
});
const invocation = { stacks: ['A', 'B'], assembly: '/out', parameters: [], further: [] };
const deploy = { ...invocation, action: 'deploy' } as const;

it('deploy shows all changes, asks once, then deploys in parallel', async () => {
  expect(await runRollout(deploy, services())).toBe(0);
  expect(ran).toEqual([
    'diff A B --app /out --method template',
    'deploy A B --app /out --require-approval never --concurrency 8',
  ]);
});

it('who says no changes nothing', async () => {
  expect(await runRollout(deploy, services({ confirm: async () => false }))).toBe(1);
  expect(ran).toHaveLength(1);
  expect(said).toEqual(['Nothing was changed.']);
});

it('where nobody can be asked it does not deploy, and says how to', async () => {
  expect(await runRollout(deploy, services({ confirm: undefined }))).toBe(1);
  expect(ran).toEqual([]);
  expect(said.join()).toContain('--require-approval=never');
});

it('who decided about approval is not asked', async () => {
  const further = ['--require-approval=never'];
  await runRollout({ ...deploy, further }, services());
  expect(ran).toEqual(['deploy A B --app /out --require-approval=never --concurrency 8']);
});

it.each([
  ['diff', 'diff A B --app /out --method template'],
  ['destroy', 'destroy A B --app /out --concurrency 8'],
] as const)('%s leaves asking to the CDK CLI', async (action, words) => {
  await runRollout({ ...invocation, action }, services({ confirm: undefined }));
  expect(ran).toEqual([words]);
});

it('a diff that fails ends it', async () => {
  expect(await runRollout(deploy, services({ runCdk: async () => 3 }))).toBe(3);
});
