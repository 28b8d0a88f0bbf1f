import {
  DeploymentConfigError,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import {
  cdkActionOf,
  cdkActions,
  cdkArguments,
  type CdkAction,
  type CdkInvocation,
} from './cdk-arguments.ts';
import { checkHubWatched } from './check-hub-watched.ts';
import { checkOrganization, type OrganizationFacts } from './check-organization.ts';
import { usesEmulator, type Environment } from './environment.ts';
import { targetOfCaller, type CallerIdentity, type Target } from './expected-account.ts';
import { missingProfile } from './named-profile.ts';
import { ownConfig } from './own-config.ts';
import { Refusal } from './refusal.ts';

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
  readonly runCdk: (invocation: CdkInvocation, args: readonly string[]) => Promise<number>;
  readonly say: (text: string) => void;
  /** AWS_PROFILE, AWS_ENDPOINT_URL and the like. */
  readonly environment: Environment;
}

/**
 * Runs `diff`, `deploy` or `destroy` on newly synthesized templates, once the configuration, the
 * credentials, their account and its organization are known to be right.
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
  command: CdkCommand,
  services: CdkCommandServices,
): Promise<number> {
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
  const status = await services.runCdk(invocation, cdkArguments(invocation));
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
    throw new Refusal(
      'The stacks are protected. Set "terminationProtection": false in deployment.jsonc, deploy that, then destroy.',
    );
  }
  for (const line of consequences(config)) say(line);
}
