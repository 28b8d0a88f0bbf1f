import { decidesApproval, type CdkInvocation } from '@root-activity-monitor/command-line/cdk';

export interface RolloutServices {
  readonly runCdk: (args: readonly string[]) => Promise<number>;
  /** Asks a person; undefined where nobody is there to answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  readonly say: (text: string) => void;
}

/**
 * Deploys a stack in each of many Regions at the same time. The CDK CLI would ask once a stack, and
 * only one after the other, so that the changes are shown and asked for once here.
 *
 * @returns the exit status
 */
export async function runRollout(
  { action, stacks, assembly, further }: Omit<CdkInvocation, 'config'>,
  args: readonly string[],
  { runCdk, confirm, say }: RolloutServices,
): Promise<number> {
  const concurrency = ['--concurrency', '8'];
  if (action === 'diff') return await runCdk([...args, '--method', 'template']);
  if (action === 'destroy') return await runCdk([...args, ...concurrency]);
  if (decidesApproval(further)) return await runCdk([...args, ...concurrency]);
  if (confirm === undefined) {
    say('Nobody can be asked here. Read the diff, then add --require-approval=never.');
    return 1;
  }
  const shown = await runCdk(['diff', ...stacks, '--app', assembly, '--method', 'template']);
  if (shown !== 0) return shown;
  if (!(await confirm(`Deploy these changes in ${stacks.length} stacks?`))) {
    say('Nothing was changed.');
    return 1;
  }
  const approved = args.map((word) => (word === 'any-change' ? 'never' : word));
  return await runCdk([...approved, ...concurrency]);
}
