export const cdkActions = ['diff', 'deploy', 'destroy'] as const;
export type CdkAction = (typeof cdkActions)[number];

/** Which action an argument names; undefined for anything else. */
export function cdkActionOf(word: string | undefined): CdkAction | undefined {
  return cdkActions.find((action) => action === word);
}

export interface CdkInvocation {
  readonly action: CdkAction;
  readonly stacks: readonly string[];
  /** The folder with the synthesized templates. */
  readonly assembly: string;
  /** Further arguments of the user, given to the CDK CLI as they are. */
  readonly further: readonly string[];
}

/**
 * The arguments for the CDK CLI. `deploy` asks before any change that touches permissions, unless
 * the user says otherwise.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html
 */
export function cdkArguments({ action, stacks, assembly, further }: CdkInvocation): string[] {
  const asked = further.some((word) => word.startsWith('--require-approval'));
  const approval = action === 'deploy' && !asked ? ['--require-approval', 'any-change'] : [];
  return [action, ...stacks, '--app', assembly, ...approval, ...further];
}
