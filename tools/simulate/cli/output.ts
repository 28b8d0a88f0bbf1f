import { harmless, harmlessJson } from '../terminal/harmless.ts';
import { chatFrame } from '../terminal/chat-frame.ts';
import { mailFrame } from '../terminal/mail-frame.ts';
import type { Screen } from '../terminal/screen.ts';
import { stageLines } from '../terminal/stage-line.ts';
import { wrapLine } from '../terminal/wrap.ts';
import type { EventResult, Outcome, PlannedEvent } from '../trace/result.ts';
import type { Stage } from '../trace/trace.ts';
import { eventNameOf, jsonOf } from './described-event.ts';
import type { Format } from './options.ts';

export type Write = (line: string) => void;

/** What a run shows, for people or for programs. */
export class Output {
  readonly #write: Write;
  readonly #screen: Screen;
  readonly #format: Format;
  readonly json: boolean;

  constructor(write: Write, screen: Screen, json: boolean, format: Format = 'mail') {
    this.#format = format;
    this.#write = write;
    this.#screen = screen;
    this.json = json;
  }

  jsonLine(result: EventResult, more: Readonly<Record<string, unknown>> = {}): void {
    this.#write(harmlessJson(jsonOf(result, more)));
  }

  /** Text of our own; long lines wrap on a terminal. */
  say(line: string): void {
    const { columns } = this.#screen;
    const lines = columns === undefined ? [line] : wrapLine(line, columns);
    for (const one of lines) this.#write(one);
  }

  heading(planned: PlannedEvent): void {
    const { envelope, via, label } = planned;
    const road = via === 'aws' ? '' : `, by way of ${via}`;
    const from = label === undefined ? '' : ` (${label})`;
    this.say(
      harmless(
        `${eventNameOf(planned)} in account ${envelope.account}, ${envelope.region}${road}${from}`,
      ),
    );
    this.#write('');
  }

  stage(stage: Stage): void {
    for (const line of stageLines(stage, this.#screen)) this.#write(line);
  }

  /** The messages about an event, and its outcome. */
  ending(result: EventResult): void {
    const frames =
      this.#format === 'chat' && result.mails.length > 0
        ? [chatFrame(result, this.#screen)]
        : result.mails.map((mail) => mailFrame(mail, this.#screen));
    for (const frame of frames) {
      this.#write('');
      for (const line of frame) this.#write(line);
    }
    this.#write('');
    const verdict = [result.detection, result.severity].filter((part) => part !== undefined);
    const of = verdict.length === 0 ? '' : `: ${verdict.join(', ')}`;
    const milliseconds = result.stages.reduce((sum, { ms }) => sum + ms, 0);
    this.say(`${this.#colored(result.outcome)}${harmless(of)} (${milliseconds.toFixed(0)} ms)`);
  }

  /** One of many events, on one line. */
  summaryLine(result: EventResult): void {
    const { planned, event, outcome, detection, severity, stages } = result;
    const stopped = stages.find(({ passed }) => !passed);
    const what =
      detection === undefined ? (stopped?.name ?? '') : `${detection}, ${severity ?? ''}`;
    const where = `${eventNameOf(planned)} in ${event.account}, ${event.region}`;
    const label = planned.label === undefined ? '' : ` (${planned.label})`;
    this.say(`${this.#colored(outcome)}  ${harmless(`${where}: ${what}${label}`)}`);
    const reason = planned.malformed ?? (outcome === 'failed' ? stopped?.reason : undefined);
    if (reason !== undefined) this.say(`    ${harmless(reason)}`);
  }

  #colored(outcome: Outcome): string {
    const { colors } = this.#screen;
    const color = {
      alerted: colors.green,
      digested: colors.green,
      recorded: colors.dim,
      degraded: colors.yellow,
      'not-forwarded': colors.dim,
      rejected: colors.magenta,
      failed: colors.red,
    }[outcome];
    return color(outcome);
  }
}
