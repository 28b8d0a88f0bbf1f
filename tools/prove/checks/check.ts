import type { Clients } from '@root-activity-monitor/command-line/aws';

export type Verdict = 'proven' | 'refuted' | 'not checked';

/** What a check did and saw. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly done: string;
  readonly found: string;
}

/** What every check is given. */
export interface ProveContext {
  readonly clients: Clients;
  /** Of the credentials in use. */
  readonly account: string;
  /** The outputs of the hub's stack; undefined in another account. */
  readonly hub: ReadonlyMap<string, string> | undefined;
  /** Asks before something that changes state. */
  readonly mayChange: (what: string) => Promise<boolean>;
  /** Whether this is AWS itself, not an emulator. */
  readonly real: boolean;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

export type Check = (context: ProveContext) => Promise<Outcome>;

/** Nothing was done. @param why and what to do instead */
export const notChecked = (why: string, done = 'nothing'): Outcome => ({
  verdict: 'not checked',
  done,
  found: why,
});

/** A check that needs the hub account. */
export const inHub =
  (check: (context: ProveContext, hub: ReadonlyMap<string, string>) => Promise<Outcome>): Check =>
  async (context) =>
    context.hub === undefined
      ? notChecked('this account has no hub: run this with credentials of the hub account')
      : await check(context, context.hub);
