import { parseArgs } from 'node:util';
import { UsageError } from '@root-activity-monitor/command-line';

export interface ProveOptions {
  readonly help: boolean;
  readonly json: boolean;
  /** Changes what it must without asking. */
  readonly yes: boolean;
  /** The rows to check; empty for all. */
  readonly rows: readonly string[];
  readonly region: string | undefined;
  readonly endpointUrl: string | undefined;
}

/** What `--help` prints. */
export const help = `Checks, after the first deployment in a sandbox organization, what rests on
documentation only: the rows of "What is not proven without AWS" in
docs/deployment.md.

  npx nx run tools:prove [flags]

  --row P1            only this row; may be given several times
  --yes               does not ask before it sends a simulation, which the
                      subscribers of the alert topic get
  --json              one JSON object a row and line, for programs
  --region NAME       the hub's home Region; by default that of
                      deployment.jsonc, or AWS_REGION
  --endpoint-url URL  an AWS emulator: shows that the checks work, and proves
                      nothing of AWS
  --help              this text

Run it twice: with credentials of the hub account, and with those of the
account that rolled out. Each run checks what its account can see and says of
the other rows what to do. It reads; the only thing it changes is that
simulation, for which it asks, and whose temporary queue it removes.

Verdicts: proven; refuted, which is a defect: please report it; not checked,
with the reason and what to do by hand.

Exit status: 0 all rows are proven; 1 one is refuted, or AWS refused; 2 wrong
usage; 3 none is refuted, but not all are checked.`;

/** @throws UsageError that names the flag, what was found and what is wanted */
export function readOptions(argv: readonly string[], knownRows: readonly string[]): ProveOptions {
  const values = parse(argv);
  const rows = values.row ?? [];
  for (const row of rows) {
    if (!knownRows.includes(row)) {
      throw new UsageError(`--row is "${row}"; wanted is one of ${knownRows.join(', ')}`);
    }
  }
  const endpointUrl = values['endpoint-url'];
  if (endpointUrl !== undefined && !/^https?:\/\/[^/]/.test(endpointUrl)) {
    throw new UsageError(
      `--endpoint-url is "${endpointUrl}"; a URL is wanted, such as http://localhost:5000`,
    );
  }
  return {
    help: values.help ?? false,
    json: values.json ?? false,
    yes: values.yes ?? false,
    rows,
    region: values.region,
    endpointUrl,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        row: { type: 'string', multiple: true },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
        region: { type: 'string' },
        'endpoint-url': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    const [reason = ''] = cause instanceof Error ? cause.message.split(/[.\n]/) : [];
    throw new UsageError(`${reason}; see --help`, { cause });
  }
}
