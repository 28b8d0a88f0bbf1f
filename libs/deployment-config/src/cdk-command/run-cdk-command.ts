import type { DeploymentConfig } from '../config-schema.ts';
import { DeploymentConfigError } from '../errors.ts';
import { cdkActionOf, cdkActions, cdkArguments, type CdkAction } from './cdk-arguments.ts';
import { checkAccount, type CallerIdentity, type ExpectedAccount } from './expected-account.ts';
import { ownConfig } from './own-config.ts';
import { Refusal } from './refusal.ts';

/** What an app does with its synthesized stacks. */
export interface CdkCommand {
  readonly workspaceRoot: string;
  readonly stacks: readonly string[];
  readonly assembly: string;
  /** The account that must be signed in to. */
  readonly account: (config: DeploymentConfig) => ExpectedAccount;
}

/** Everything with an effect. */
export interface CdkCommandServices {
  readonly callerIdentity: (config: DeploymentConfig) => Promise<CallerIdentity>;
  readonly runCdk: (args: readonly string[]) => Promise<number>;
  readonly say: (text: string) => void;
}

/**
 * Runs `diff`, `deploy` or `destroy`, once the configuration, the credentials and their account are
 * known to be right.
 *
 * @param words the action, then further arguments for the CDK CLI
 * @returns the exit status: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCdkCommand(
  words: readonly string[],
  command: CdkCommand,
  services: CdkCommandServices,
): Promise<number> {
  const [word, ...further] = words;
  const action = cdkActionOf(word);
  if (action === undefined) {
    services.say(
      `Unknown action ${JSON.stringify(word ?? '')}; known are ${cdkActions.join(', ')}.`,
    );
    return 2;
  }
  try {
    return await perform(action, further, command, services);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof DeploymentConfigError)) throw error;
    services.say(error.message);
    return 1;
  }
}

async function perform(
  action: CdkAction,
  further: readonly string[],
  { workspaceRoot, account, stacks, assembly }: CdkCommand,
  { callerIdentity, runCdk, say }: CdkCommandServices,
): Promise<number> {
  const config = ownConfig(workspaceRoot);
  const expected = account(config);
  const identity = await checkAccount(expected, () => callerIdentity(config));
  say(`${action}: ${stacks.join(', ')} in ${expected.id}, ${expected.role}, as ${identity.arn}`);
  return await runCdk(cdkArguments({ action, stacks, assembly, further }));
}
