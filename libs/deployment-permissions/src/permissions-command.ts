import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { policiesFor, LONGEST_MANAGED_POLICY, type Needed } from './policy.ts';

/** Whom a policy is for. */
export interface Purpose {
  /** As "who deploys the hub, in the hub account". */
  readonly whom: string;
  readonly needed: () => readonly Needed[];
}

export interface PermissionsCommand {
  /** As "npx nx run hub-infra:permissions". */
  readonly usage: string;
  /** By the word after `--for`; the first is the default. */
  readonly purposes: Readonly<Record<string, Purpose>>;
  /** The JSON, and nothing else. */
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
}

/**
 * Prints the least policy for a purpose as JSON: a policy document, or a list of them where one
 * would be longer than IAM takes.
 *
 * @returns the exit status: 0 printed, 2 wrong usage
 */
export function runPermissionsCommand(
  words: readonly string[],
  command: PermissionsCommand,
): number {
  const { purposes, usage, print, say } = command;
  const names = Object.keys(purposes);
  const options = readOptions(words);
  if (typeof options === 'string') {
    say(`permissions: ${options}; see --help`);
    return 2;
  }
  if (options.help === true) {
    print(help(usage, purposes));
    return 0;
  }
  const name = options.for ?? names[0] ?? '';
  const purpose = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
  if (purpose === undefined) {
    say(`permissions: --for is "${name}"; wanted is one of ${names.join(', ')}`);
    return 2;
  }
  const policies = policiesFor(purpose.needed());
  say(`For ${purpose.whom}.`);
  if (policies.length > 1) {
    say(
      `${policies.length} policies in a list: a managed policy takes ${LONGEST_MANAGED_POLICY.toLocaleString('en')} characters. Attach them all.`,
    );
  }
  const text = JSON.stringify(policies.length === 1 ? policies[0] : policies, null, 2);
  if (options.out === undefined) print(text);
  else {
    writeFileSync(options.out, `${text}\n`);
    say(`Written to ${options.out}.`);
  }
  return 0;
}

function readOptions(
  words: readonly string[],
): { for?: string; out?: string; help?: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        for: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error
      ? (error.message.split('\n')[0]?.split('. ')[0] ?? '')
      : String(error);
  }
}

function help(usage: string, purposes: Readonly<Record<string, Purpose>>): string {
  const width = Math.max(...Object.keys(purposes).map((name) => name.length));
  const lines = Object.entries(purposes).map(
    ([name, { whom }], index) =>
      `      ${name.padEnd(width)}  ${whom}${index === 0 ? ' (the default)' : ''}`,
  );
  return `Prints the least IAM policy for the configuration in deployment.jsonc, as JSON.

  ${usage} [flags]

  --for WHOM   one of
${lines.join('\n')}
  --out FILE   writes the JSON to a file instead, for "aws iam create-policy --policy-document file://FILE"
  --help       this text

Exit status: 0 printed; 2 wrong usage.`;
}
