import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  loadDeploymentConfig,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import {
  maxManagedPolicyLength,
  policiesFor,
  readStacks,
  type Purpose,
  type Stack,
} from '@root-activity-monitor/deployment-permissions';
import * as z from 'zod';
import { UserError } from '../command/errors.ts';
import { choice, flag, text } from '../command/flags.ts';
import type { Command } from '../command/command.ts';
import { performCommand } from '../command/run-command.ts';
import { runProgram } from '../command/run-program.ts';

/** An app whose permissions are printed. */
export interface PermissionsSource {
  readonly workspaceRoot: string;
  /** The folder with the synthesized templates, and the task that writes it. */
  readonly assembly: string;
  readonly synthTask: string;
  /** As "npx nx run hub-infra:permissions". */
  readonly usage: string;
  /** By the word after `--for`; the first is the default. Reads the stacks no earlier than it must. */
  readonly purposes: (
    config: DeploymentConfig,
    stacks: () => readonly Stack[],
  ) => Readonly<Record<string, Purpose>>;
}

/** Prints the permissions of an app and sets the exit status of this process. */
export async function runPermissionsCommand(source: PermissionsSource): Promise<void> {
  await runProgram({ name: 'permissions' }, (context) =>
    performCommand(permissionsCommand(source), process.argv.slice(2), context),
  );
}

/**
 * The command that prints the least policy for a purpose as JSON: a policy document, or a list of
 * them where one would be longer than IAM takes.
 *
 * @throws DeploymentConfigError
 */
export function permissionsCommand(source: PermissionsSource) {
  const { config, isExample } = loadDeploymentConfig(source.workspaceRoot);
  const purposes = source.purposes(config, () => synthesizedStacks(source));
  const names = Object.keys(purposes);
  const flags = z.object({
    for: flag(
      { value: 'WHOM', about: 'one of those below' },
      choice(names).default(names[0] ?? ''),
    ),
    out: flag(
      {
        value: 'FILE',
        about:
          'writes the JSON to a file, for "aws iam create-policy --policy-document file://FILE"',
      },
      text('a file').optional(),
    ),
  });
  const command: Command<typeof flags> = {
    name: 'permissions',
    usage: source.usage,
    about: 'Prints the least IAM policy for the configuration in deployment.jsonc, as JSON.',
    flags,
    notes: notes(purposes),
    run: ({ for: name, out }, { write, warn }) => {
      const purpose = purposes[name];
      if (purpose === undefined) throw new Error(`there is no purpose ${name}`);
      const policies = policiesFor(purpose.needed());
      if (isExample) warn('No deployment.jsonc: these are the permissions for the example.');
      warn(`For ${purpose.whom}.`);
      const others = names.filter((one) => one !== name);
      if (others.length > 0) warn(`Also: --for ${others.join(', --for ')}.`);
      if (policies.length > 1) {
        const max = maxManagedPolicyLength.toLocaleString('en');
        warn(
          `${policies.length} policies in a list: each holds at most ${max} characters. Attach them all.`,
        );
      }
      const json = JSON.stringify(policies.length === 1 ? policies[0] : policies, null, 2);
      if (out === undefined) write(json);
      else {
        writeFileSync(out, `${json}\n`);
        warn(`Written to ${out}.`);
      }
      return 0;
    },
  };
  return command;
}

function synthesizedStacks({ assembly, synthTask, usage }: PermissionsSource): readonly Stack[] {
  if (existsSync(join(assembly, 'manifest.json'))) return readStacks(assembly);
  throw new UserError(
    `There are no synthesized templates in ${assembly}. Run: npx nx run ${synthTask}, or ${usage}, which does both.`,
  );
}

function notes(purposes: Readonly<Record<string, Purpose>>): string {
  const width = Math.max(...Object.keys(purposes).map((name) => name.length));
  const lines = Object.entries(purposes).map(
    ([name, { whom }], index) =>
      `  ${name.padEnd(width)}  ${whom}${index === 0 ? ' (the default)' : ''}`,
  );
  return `Whom:\n${lines.join('\n')}\n\nExit status: 0 printed, 1 it could not be, 2 wrong usage.`;
}
