import type { ProgramContext } from '@root-activity-monitor/command-line';
import { escapeJson } from '../terminal/escape-json.ts';
import type { DigestResult, EventResult } from '../trace/result.ts';
import { jsonOf, jsonOfDigest } from './described-event.ts';

interface Waiting {
  /** Undefined until it is known what became of it. */
  line: string | undefined;
  readonly more: Readonly<Record<string, unknown>>;
}

/**
 * Writes a time line for programs, an object a line, in its order. An event that was counted waits,
 * and what comes after it too, until it is known which digest tells of it.
 */
export class JsonLines {
  readonly #write: ProgramContext['write'];
  #held: Waiting[] = [];
  readonly #counted = new Map<EventResult, Waiting>();

  constructor(write: ProgramContext['write']) {
    this.#write = write;
  }

  event(result: EventResult, more: Readonly<Record<string, unknown>> = {}): void {
    const waits = result.outcome === 'digested';
    const held: Waiting = { line: waits ? undefined : jsonOf(result, undefined, more), more };
    if (waits) this.#counted.set(result, held);
    this.#held.push(held);
    this.#flush();
  }

  /** An event of no time line: nobody waits for a digest of it. */
  alone(result: EventResult, more: Readonly<Record<string, unknown>>): void {
    this.#write(escapeJson(jsonOf(result, undefined, more)));
  }

  digest(digest: DigestResult): void {
    for (const result of digest.events) this.#resolve(result, result, digest);
    this.#held.push({ line: jsonOfDigest(digest), more: {} });
    this.#flush();
  }

  /** @param result as it is now: no digest ever came */
  untold(counted: EventResult, result: EventResult): void {
    this.#resolve(counted, result, undefined);
    this.#flush();
  }

  #resolve(counted: EventResult, result: EventResult, digest: DigestResult | undefined): void {
    const held = this.#counted.get(counted);
    if (held === undefined) return;
    held.line = jsonOf(result, digest, held.more);
    this.#counted.delete(counted);
  }

  #flush(): void {
    const waiting = this.#held.findIndex(({ line }) => line === undefined);
    const ready = this.#held.splice(0, waiting === -1 ? this.#held.length : waiting);
    for (const { line } of ready) this.#write(escapeJson(line ?? ''));
  }
}
