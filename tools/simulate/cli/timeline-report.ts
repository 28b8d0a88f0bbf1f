import { outcomes, type DigestResult, type EventResult } from '../trace/result.ts';
import type { Told } from '../flow/timeline.ts';
import type { Output } from './output.ts';
import { untoldResult } from './untold.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';

/** So many reasons are counted one by one; of a trail of all kinds, the rest is of no interest. */
const MOST_REASONS = 8;

/** Shows a time line of many events, and counts what nobody wants to read a thousand times. */
export class TimelineReport {
  readonly #output: Output;
  readonly #verbose: boolean;
  readonly #outcomes = new Map<string, number>();
  readonly #folded = new Map<string, number>();
  #digests = 0;
  #faults = 0;

  /** @param verbose shows every event, and every message in full */
  constructor(output: Output, verbose: boolean) {
    this.#output = output;
    this.#verbose = verbose;
  }

  /** Whether something ended by a fault, or nobody is told of it. */
  get failed(): boolean {
    return this.#faults > 0;
  }

  get total(): number {
    return [...this.#outcomes.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Whether an event is only counted, so that nobody need keep it: of itself it tells nobody. */
  folds({ outcome, asDesigned }: Pick<EventResult, 'outcome' | 'asDesigned'>): boolean {
    const silent = outcome === 'not-forwarded' || outcome === 'recorded' || outcome === 'digested';
    return silent && asDesigned && !this.#verbose && this.#output.json === undefined;
  }

  tell(told: Told): void {
    switch (told.kind) {
      case 'event':
        return this.event(told.result);
      case 'digest':
        return this.#digest(told.digest);
      case 'untold':
        for (const result of told.results) this.#untold(result, told.why);
    }
  }

  event(result: EventResult): void {
    const { outcome, asDesigned } = result;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (!asDesigned) this.#faults += 1;
    const { json } = this.#output;
    if (json !== undefined) return json.event(result);
    if (this.folds(result)) {
      const reason = foldedReason(result);
      if (reason !== undefined) this.#folded.set(reason, (this.#folded.get(reason) ?? 0) + 1);
      return;
    }
    this.#output.summary(result);
    if (this.#verbose && result.mails.length > 0) this.#output.messages(result);
  }

  /** How much became of what. */
  end(): void {
    if (this.#output.json !== undefined) return;
    const reasons = [...this.#folded].sort(([, one], [, other]) => other - one);
    for (const [reason, count] of reasons.slice(0, MOST_REASONS)) {
      this.#output.say(`${count} ${escapeForTerminal(reason)}`);
    }
    const rest = reasons.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
    if (rest > 0) this.#output.say(`${rest} for other reasons; --verbose shows them`);
    const became = outcomes.flatMap((outcome) => {
      const count = this.#outcomes.get(outcome) ?? 0;
      return count > 0 ? [`${count} ${outcome}`] : [];
    });
    const digests = `${this.#digests} digest${this.#digests === 1 ? '' : 's'}`;
    this.#output.say([...became, ...(this.#digests > 0 ? [digests] : [])].join(', '));
  }

  #digest(digest: DigestResult): void {
    this.#digests += 1;
    if (!digest.told) this.#faults += 1;
    if (this.#output.json === undefined) this.#output.digest(digest);
    else this.#output.json.digest(digest);
  }

  #untold(result: EventResult, why: string): void {
    const untold = untoldResult(result, why);
    this.#faults += 1;
    this.#outcomes.set('digested', (this.#outcomes.get('digested') ?? 0) - 1);
    this.#outcomes.set('failed', (this.#outcomes.get('failed') ?? 0) + 1);
    if (this.#output.json === undefined) this.#output.summary(untold);
    else this.#output.json.untold(result, untold);
  }
}

/** What an event is counted under; a digest says itself what was counted for it. */
function foldedReason({ outcome, stages, detection, severity }: EventResult): string | undefined {
  if (outcome === 'digested') return undefined;
  const stopped = stages.find(({ passed }) => !passed)?.reason;
  return `${outcome}: ${stopped ?? `${detection ?? ''}, ${severity ?? ''}`}`;
}
