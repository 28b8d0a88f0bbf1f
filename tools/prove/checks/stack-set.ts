import {
  ListStackInstancesCommand,
  paginateListStackInstances,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { isMissing } from '@root-activity-monitor/command-line/aws';
import { notChecked, type Check, type ProveContext } from './check.ts';

const StackSetName = 'root-activity-monitor';
const noStackSet =
  'this account has no StackSet: run this with credentials of the account that rolled out';

/** A delegated administrator sees the StackSet only when it asks as one. */
async function instances({
  clients: { cloudFormation: client },
}: ProveContext): Promise<readonly StackInstanceSummary[] | undefined> {
  for (const CallAs of ['SELF', 'DELEGATED_ADMIN'] as const) {
    const first = await client
      .send(new ListStackInstancesCommand({ StackSetName, CallAs }))
      .catch((error: unknown) => (isAbsent(error) ? undefined : Promise.reject(error)));
    if (first === undefined) continue;
    const all: StackInstanceSummary[] = [];
    for await (const { Summaries = [] } of paginateListStackInstances(
      { client },
      { StackSetName, CallAs },
    )) {
      all.push(...Summaries);
    }
    return all;
  }
  return undefined;
}

const isAbsent = (error: unknown): boolean =>
  isMissing(error) ||
  (error instanceof Error && /StackSetNotFound|ValidationError/.test(error.name));

/** A suspended account needs no spoke: nobody can act in it. */
const reachedStates = new Set(['SUCCEEDED', 'SKIPPED_SUSPENDED_ACCOUNT']);
const reached = ({ Status, StackInstanceStatus }: StackInstanceSummary): boolean =>
  Status === 'CURRENT' || reachedStates.has(StackInstanceStatus?.DetailedStatus ?? '');

/** Neither done nor still running. */
const failed = ({ StackInstanceStatus }: StackInstanceSummary): boolean =>
  /^(FAILED|FAILED_IMPORT|CANCELLED|INOPERABLE)$/.test(StackInstanceStatus?.DetailedStatus ?? '');

/** P10: a spoke in each Region of each account that the StackSet knows. */
export const stackSetReachesAll: Check = async (context) => {
  const all = await instances(context);
  if (all === undefined) return notChecked(noStackSet);
  const done = 'listed the instances of the StackSet';
  const regions = new Set(all.map(({ Region }) => Region));
  const accounts = new Set(all.map(({ Account }) => Account));
  const missing = all.filter((one) => !reached(one));
  const found = `${all.length} instances: ${accounts.size} accounts, ${regions.size} Regions`;
  if (all.length === 0)
    return { verdict: 'refuted', done, found: 'the StackSet reached no account' };
  if (missing.length > 0) {
    const [one] = missing;
    return {
      verdict: 'refuted',
      done,
      found: `${found}; ${missing.length} are not current, as ${one?.Account ?? ''}, ${one?.Region ?? ''}: ${one?.StatusReason ?? 'no reason given'}`,
    };
  }
  if (all.length !== accounts.size * regions.size) {
    return {
      verdict: 'refuted',
      done,
      found: `${found}, which would be ${accounts.size * regions.size}`,
    };
  }
  return notChecked(
    `${found}, all current; left to do: let a new account join, and run this again`,
    done,
  );
};

/** P11: a Region that fails everywhere has not undone the others. */
export const deniedRegionIsSurvived: Check = async (context) => {
  const all = await instances(context);
  if (all === undefined) return notChecked(noStackSet);
  const done = 'looked for a Region of the StackSet that failed in every account';
  const regions = [...new Set(all.map(({ Region }) => Region ?? ''))].sort();
  const failing = regions.filter((region) =>
    all.filter(({ Region }) => Region === region).every(failed),
  );
  const current = all.filter(reached).length;
  if (failing.length === 0)
    return notChecked(
      'no Region failed in every account: deny one to all of them, deploy, and run this again',
      done,
    );
  const found = `${failing.join(', ')} failed in every account, and ${current} other instances are current`;
  return { verdict: current > 0 ? 'proven' : 'refuted', done, found };
};
