import type { StackInstance } from './stack-instances.ts';

/** What the StackSet says of a spoke that is there, or of an account that can do nothing. */
const wellStatuses = new Set(['SUCCEEDED', 'CURRENT', 'SKIPPED_SUSPENDED_ACCOUNT']);
const maxReasonLength = 200;

/**
 * What to tell after a rollout: the Regions in which the spoke did not reach every account, each with
 * one of the reasons. Nothing where it is everywhere.
 */
export function unreachedReport(instances: readonly StackInstance[]): readonly string[] {
  if (instances.length === 0) {
    return ['The StackSet reached no account at all: no organizational unit has one.'];
  }
  const unreached = instances.filter(({ status }) => !wellStatuses.has(status));
  if (unreached.length === 0) return [];
  const inRegion = (of: readonly StackInstance[], region: string) =>
    of.filter((one) => one.region === region);
  const regions = [...new Set(unreached.map(({ region }) => region))].sort();
  return [
    `The spoke is missing or outdated in ${unreached.length} of ${instances.length} places; root activity there is not seen:`,
    ...regions.map((region) => {
      const here = inRegion(unreached, region);
      const [example] = here;
      const of = inRegion(instances, region).length;
      const reason = example?.reason.slice(0, maxReasonLength).replaceAll(/\s+/g, ' ') ?? '';
      return `  ${region}: ${here.length} of ${of} accounts, as ${example?.account ?? ''}, ${example?.status ?? ''}: ${reason}`;
    }),
    'docs/deployment.md, "A Region or an account that the rollout did not reach", says what to do.',
  ];
}

/**
 * Says what a rollout did not reach.
 *
 * @returns the exit status: 0 everywhere, or it could not be seen; 1 somewhere it is missing
 */
export async function reportUnreached(
  list: () => Promise<readonly StackInstance[]>,
  say: (text: string) => void,
): Promise<number> {
  const instances = await list().catch(() => undefined);
  if (instances === undefined) {
    say(
      'Whether the spoke reached every account could not be seen; docs/deployment.md says how to look.',
    );
    return 0;
  }
  const lines = unreachedReport(instances);
  for (const line of lines) say(line);
  return lines.length === 0 ? 0 : 1;
}
