import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';

export const cdkActions = ['diff', 'deploy', 'destroy'] as const;
export type CdkAction = (typeof cdkActions)[number];

/** Which action an argument names; undefined for anything else. */
export function cdkActionOf(word: string | undefined): CdkAction | undefined {
  return cdkActions.find((action) => action === word);
}

export interface CdkInvocation {
  readonly action: CdkAction;
  readonly config: DeploymentConfig;
  readonly stacks: readonly string[];
  /** The folder with the synthesized templates. */
  readonly assembly: string;
  /** Values of template parameters, as "Stack:Name=value". */
  readonly parameters: readonly string[];
  /** Further arguments of the user, given to the CDK CLI as they are. */
  readonly further: readonly string[];
}

/** Whether the user said when the CDK CLI is to ask. */
export function decidesApproval(further: readonly string[]): boolean {
  return further.some((word) => word.startsWith('--require-approval'));
}

/**
 * The arguments for the CDK CLI.
 *
 * @param approval when `deploy` asks, unless the user says otherwise
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html
 */
export function cdkArguments(
  { action, stacks, assembly, parameters, further }: Omit<CdkInvocation, 'config'>,
  approval: 'any-change' | 'never' = 'any-change',
): readonly string[] {
  const words = [action, ...stacks, '--app', assembly];
  if (action === 'deploy') {
    if (!decidesApproval(further)) words.push('--require-approval', approval);
    for (const parameter of parameters) words.push('--parameters', parameter);
  }
  return [...words, ...further];
}
