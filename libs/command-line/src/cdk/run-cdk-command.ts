import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { CallerIdentity, OrganizationFacts } from '../aws/account.ts';
import { UsageError, UserError } from '../command/errors.ts';
import { cdkActionOf, cdkActions, type CdkInvocation } from './cdk-arguments.ts';
import { checkHubWatched } from './check-hub-watched.ts';
import { checkOrganization } from './check-organization.ts';
import { usesEmulator, type Environment } from '../aws/environment.ts';
import { targetOfCaller, type Target } from './expected-account.ts';
import { missingProfile } from './named-profile.ts';
import { ownConfig } from './own-config.ts';

/** What an app does with its synthesized stacks. */
export interface CdkCommand {
  readonly workspaceRoot: string;
  readonly assembly: string;
  /** What is where; the credentials decide which of them is meant. */
  readonly targets: (config: DeploymentConfig) => readonly Target[];
  /** Values of template parameters, as "Stack:Name=value". */
  readonly parameters: (config: DeploymentConfig, target: Target) => Promise<readonly string[]>;
  /** What `destroy` takes away and what it leaves, a line each. */
  readonly consequences: (config: DeploymentConfig) => readonly string[];
}

/** Everything with an effect. */
export interface CdkCommandServices {
  readonly callerIdentity: (config: DeploymentConfig) => Promise<CallerIdentity>;
  readonly organization: (config: DeploymentConfig) => Promise<OrganizationFacts>;
  /** The unit or root that an account or unit is in; undefined for a root. */
  readonly parentOf?: (config: DeploymentConfig, id: string) => Promise<string | undefined>;
  /** Writes the templates of the configuration into the assembly; answers an exit status. */
  readonly synthesize: () => Promise<number>;
  readonly runCdk: (invocation: CdkInvocation) => Promise<number>;
  readonly say: (text: string) => void;
  /** AWS_PROFILE, AWS_ENDPOINT_URL and the like. */
  readonly environment: Environment;
}

/**
 * Runs `diff`, `deploy` or `destroy` on newly synthesized templates, once the configuration, the
 * credentials, their account and its organization are known to be right.
 *
 * @param words the action, then further arguments for the CDK CLI
 * @returns the exit status: 0 done, 1 failed
 * @throws UserError, UsageError, DeploymentConfigError where it is refused
 */
export async function runCdkCommand(
  words: readonly string[],
  command: CdkCommand,
  services: CdkCommandServices,
): Promise<number> {
  const [word, ...further] = words;
  const action = cdkActionOf(word);
  if (action === undefined) {
    throw new UsageError(
      `unknown action ${JSON.stringify(word ?? '')}; known are ${cdkActions.join(', ')}`,
    );
  }
  const { say, environment } = services;
  const allowExampleValues = action === 'destroy' || usesEmulator(environment);
  const config = ownConfig(command.workspaceRoot, { allowExampleValues });
  const targets = command.targets(config);
  const { target, identity } = await targetOfCaller(
    targets,
    () => services.callerIdentity(config),
    missingProfile(environment),
  );
  const doubts = [
    await checkOrganization(config, () => services.organization(config)),
    action === 'destroy' ? undefined : await checkHub(config, services),
  ];
  for (const doubt of doubts) if (doubt !== undefined) say(doubt);
  if (action === 'destroy') sayConsequences(config, command, say);
  say(`${action} in ${target.account}, ${target.role}, as ${identity.arn}:`);
  for (const stack of target.stacks) say(`  ${stack}`);

  const synthesized = await services.synthesize();
  if (synthesized !== 0) {
    say('The templates could not be synthesized: see above. Nothing was changed.');
    return 1;
  }
  const parameters = action === 'deploy' ? await command.parameters(config, target) : [];
  const { assembly } = command;
  const invocation = { action, config, stacks: target.stacks, assembly, parameters, further };
  const status = await services.runCdk(invocation);
  if (status !== 0) say('What the message above means: docs/deployment.md, Troubleshooting.');
  for (const other of targets.filter((one) => one !== target)) {
    say(
      `Also to ${action}, with credentials of ${other.account}, ${other.role}: ${other.stacks[0]}`,
    );
  }
  return status;
}

async function checkHub(
  config: DeploymentConfig,
  { parentOf }: CdkCommandServices,
): Promise<string | undefined> {
  if (parentOf === undefined) return undefined;
  return await checkHubWatched(config, (id) => parentOf(config, id));
}

function sayConsequences(
  config: DeploymentConfig,
  { consequences }: CdkCommand,
  say: (text: string) => void,
): void {
  if (config.terminationProtection) {
    throw new UserError(
      'The stacks are protected. Set "terminationProtection": false in deployment.jsonc, deploy that, then destroy.',
    );
  }
  for (const line of consequences(config)) say(line);
}
