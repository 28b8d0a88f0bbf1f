import type { Stage } from '../trace/trace.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Screen } from './screen.ts';
import { wrapLine } from './wrap.ts';

const NAME_COLUMNS = 18;

/** One stage: mark, name, time and reason; on a narrow terminal the reason has lines of its own. */
export function stageLines(stage: Stage, { columns, colors }: Screen): readonly string[] {
  const mark = stage.passed ? colors.green('✓') : colors.red('✗');
  const time = `${stage.ms.toFixed(1)} ms`.padStart(8);
  const head = `${mark} ${stage.name.padEnd(NAME_COLUMNS)}  ${colors.dim(time)}`;
  const reason = escapeForTerminal(stage.reason);
  if (columns === undefined) return [`${head}  ${reason}`];
  // Mark, name and time, with the spaces around them.
  const left = 2 + NAME_COLUMNS + 2 + time.length + 2;
  const beside = columns - left >= 30;
  const indent = beside ? left : 4;
  const lines = wrapLine(reason, columns - indent);
  if (!beside) return [head, ...lines.map((line) => ' '.repeat(indent) + colors.dim(line))];
  const [first = '', ...rest] = lines;
  return [`${head}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
}
