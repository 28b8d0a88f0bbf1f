import { escapeForTerminal, type ProgramContext } from '@root-activity-monitor/command-line';
import { messageFrame, type Format } from '../terminal/message-frame.ts';
import type { Screen } from '../terminal/screen.ts';
import { stageLines } from '../terminal/stage-line.ts';
import { wrapLine } from '../terminal/wrap.ts';
import type { DigestResult, EventResult, Outcome, PlannedEvent } from '../trace/result.ts';
import type { Stage } from '../trace/trace.ts';
import { eventNameOf, isoOf, placeOf } from './described-event.ts';
import { JsonLines } from './json-lines.ts';

/** What a run shows, for people or for programs. */
export class Output {
  readonly #write: ProgramContext['write'];
  readonly #screen: Screen;
  readonly #format: Format;
  /** Set when the output is for programs. */
  readonly json: JsonLines | undefined;

  constructor(
    write: ProgramContext['write'],
    screen: Screen,
    json: boolean,
    format: Format = 'mail',
  ) {
    this.#format = format;
    this.#write = write;
    this.#screen = screen;
    this.json = json ? new JsonLines(write) : undefined;
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
    this.say(escapeForTerminal(`${eventNameOf(planned)} in ${placeOf(envelope)}${road}${from}`));
    this.#write('');
  }

  stage(stage: Stage): void {
    for (const line of stageLines(stage, this.#screen)) this.#write(line);
  }

  /** The messages about an event, and its outcome. */
  ending(result: EventResult): void {
    this.messages(result);
    const verdict = [result.detection, result.severity].filter((part) => part !== undefined);
    const of = verdict.length === 0 ? '' : `: ${verdict.join(', ')}`;
    const milliseconds = result.stages.reduce((sum, { ms }) => sum + ms, 0);
    this.say(
      `${this.#colored(result.outcome)}${escapeForTerminal(of)} (${milliseconds.toFixed(0)} ms)`,
    );
  }

  messages({ mails, event }: EventResult): void {
    for (const mail of mails) {
      this.#write('');
      for (const line of messageFrame(this.#format, mail, event, this.#screen)) this.#write(line);
    }
    this.#write('');
  }

  /** One of many events, on one line, with the message about it and to whom it goes below. */
  summary(result: EventResult): void {
    const { planned, event, outcome, detection, severity, stages, mails, at } = result;
    const stopped = stages.find(({ passed }) => !passed);
    const what =
      detection === undefined ? (stopped?.name ?? '') : `${detection}, ${severity ?? ''}`;
    const label = planned.label === undefined ? '' : ` (${planned.label})`;
    const where = `${eventNameOf(planned)} in ${placeOf(event)}: ${what}${label}`;
    this.say(`${this.#time(at)}  ${this.#colored(outcome)}  ${escapeForTerminal(where)}`);
    const unplanned = result.asDesigned ? undefined : stopped?.reason;
    const reason = planned.malformed ?? unplanned;
    if (reason !== undefined) this.say(`    ${escapeForTerminal(reason)}`);
    for (const { subject, to } of mails) {
      this.say(
        `    ${escapeForTerminal(`${subject}${to.length === 0 ? '' : `, to ${to.join(', ')}`}`)}`,
      );
    }
  }

  /** A digest in full: nothing else says what it tells of. */
  digest({ at, mail, told, events }: DigestResult): void {
    const { colors } = this.#screen;
    this.#write('');
    const count = `${events.length} event${events.length === 1 ? '' : 's'}`;
    this.say(
      `${this.#time(at)}  ${told ? colors.green('digest') : colors.red('digest')}  of ${count}`,
    );
    if (!told) this.say('    nobody is subscribed to it');
    for (const line of messageFrame(this.#format, mail, undefined, this.#screen)) this.#write(line);
    this.#write('');
  }

  #time(milliseconds: number): string {
    return this.#screen.colors.dim(isoOf(milliseconds));
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
