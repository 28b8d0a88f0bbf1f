import type { Confirm } from '@root-activity-monitor/command-line';
import {
  cdkArguments,
  decidesApproval,
  type CdkInvocation,
} from '@root-activity-monitor/command-line/cdk';

export interface RolloutServices {
  readonly runCdk: (args: readonly string[]) => Promise<number>;
  /** Asks a person; undefined where nobody is there to answer. */
  readonly confirm: Confirm | undefined;
  readonly say: (text: string) => void;
}

/**
 * Deploys a stack in each of many Regions at the same time. The CDK CLI would ask once a stack, and
 * only one after the other, so that the changes are shown and asked for once here.
 *
 * @returns the exit status
 */
export async function runRollout(
  invocation: Omit<CdkInvocation, 'config'>,
  { runCdk, confirm, say }: RolloutServices,
): Promise<number> {
  const { action, stacks, assembly, further } = invocation;
  if (action === 'diff') return await runCdk([...cdkArguments(invocation), '--method', 'template']);
  const concurrently = [...cdkArguments(invocation, 'never'), '--concurrency', '8'];
  if (action === 'destroy' || decidesApproval(further)) return await runCdk(concurrently);
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
  return await runCdk(concurrently);
}
