import type { Clients } from '@root-activity-monitor/command-line/aws';

export type Verdict = 'proven' | 'refuted' | 'not checked';

/** What a check did and saw. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly done: string;
  readonly found: string;
}

/** What the checks work with. */
export interface Surroundings {
  readonly clients: Clients;
  /** Of the credentials in use. */
  readonly account: string;
  /** The outputs of the hub's stack; undefined in another account. */
  readonly hub: ReadonlyMap<string, string> | undefined;
  /** Whether something that changes state may be done. */
  readonly mayChange: (what: string) => Promise<boolean>;
  /** Whether this is AWS and no emulator. */
  readonly real: boolean;
}

export type Check = (around: Surroundings) => Promise<Outcome>;

/** Nothing was done. @param why and what to do instead */
export const notChecked = (why: string, done = 'nothing'): Outcome => ({
  verdict: 'not checked',
  done,
  found: why,
});

/** A check that needs the hub account. */
export const inHub =
  (check: (around: Surroundings, hub: ReadonlyMap<string, string>) => Promise<Outcome>): Check =>
  async (around) =>
    around.hub === undefined
      ? notChecked('this account has no hub: run it with credentials of the hub account')
      : await check(around, around.hub);
