import type { Stage } from '../trace/trace.ts';
import { harmless } from './harmless.ts';
import type { Screen } from './screen.ts';
import { wrapLine } from './wrap.ts';

const NAME_COLUMNS = 18;
/** Mark, name and time, with the spaces around them. */
const LEFT_COLUMNS = 2 + NAME_COLUMNS + 2 + 8 + 2;

/** One stage: mark, name, time and reason; on a narrow terminal the reason has lines of its own. */
export function stageLines(stage: Stage, { columns, colors }: Screen): readonly string[] {
  const mark = stage.passed ? colors.green('✓') : colors.red('✗');
  const time = colors.dim(`${stage.ms.toFixed(1)} ms`.padStart(8));
  const head = `${mark} ${stage.name.padEnd(NAME_COLUMNS)}  ${time}`;
  const reason = harmless(stage.reason);
  if (columns === undefined) return [`${head}  ${reason}`];
  const beside = columns - LEFT_COLUMNS >= 30;
  const indent = beside ? LEFT_COLUMNS : 4;
  const lines = wrapLine(reason, columns - indent);
  if (!beside) return [head, ...lines.map((line) => ' '.repeat(indent) + colors.dim(line))];
  const [first = '', ...rest] = lines;
  return [`${head}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
}
