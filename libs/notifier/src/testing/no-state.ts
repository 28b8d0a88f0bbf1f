import type { StateStore } from '../session/state-store.ts';

const unreachable = () => Promise.reject(new Error('there is no state'));

/** A state that cannot be reached. */
export const noState: StateStore = {
  read: unreachable,
  claim: unreachable,
  confirm: unreachable,
  release: unreachable,
  join: unreachable,
  count: unreachable,
  sessions: () => Promise.resolve([]),
  closePeriod: unreachable,
  async *countedIn() {
    yield await unreachable();
  },
  digested: unreachable,
  end: unreachable,
};
