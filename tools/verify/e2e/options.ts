import { UsageError } from '@root-activity-monitor/command-line';
import { FlagError, readFlags } from '@root-activity-monitor/tools/command-line';

export interface E2eOptions {
  readonly help: boolean;
  /** An emulator that runs already; undefined starts moto. */
  readonly endpointUrl: string | undefined;
}

export const help = `Deploys the hub and its spokes to an AWS emulator and drives them, from a root
sign-in to the alert.

  npx nx run tools:e2e [flags]

  --endpoint-url URL  an emulator that runs already and is empty; without it,
                      moto_server is started
  --help              this text

Exit status: 0 all as expected, or skipped for want of an emulator; 1 not;
2 wrong usage.`;

/** @throws UsageError */
export function readOptions(argv: readonly string[]): E2eOptions {
  try {
    const values = readFlags(argv, {
      'endpoint-url': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
    return { help: values.help ?? false, endpointUrl: checked(values['endpoint-url']) };
  } catch (cause) {
    if (!(cause instanceof FlagError)) throw cause;
    throw new UsageError(cause.message, { cause });
  }
}

/** Deploying here makes accounts, roles and an organization: never on AWS itself. */
function checked(found: string | undefined): string | undefined {
  if (found === undefined) return undefined;
  if (!URL.canParse(found)) {
    throw new UsageError(
      `--endpoint-url is "${found}"; a URL is wanted, such as http://localhost:5000`,
    );
  }
  if (/\.amazonaws\.com|\.aws$|\.api\.aws/.test(new URL(found).hostname)) {
    throw new UsageError(
      `--endpoint-url is "${found}", which is AWS itself; an emulator is wanted`,
    );
  }
  return found;
}
