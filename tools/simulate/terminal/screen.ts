import pc from 'picocolors';

/** Where human output goes and what it can show. */
export interface Screen {
  /** Columns to wrap at; undefined leaves lines as they are, as a pipe wants them. */
  readonly columns: number | undefined;
  readonly colors: ReturnType<typeof pc.createColors>;
}

const NARROWEST = 30;
const WIDEST = 100;

/** Colours and wrapping only on a terminal; `NO_COLOR` is respected. */
export function screenOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen {
  const terminal = stream.isTTY === true;
  const columns = terminal
    ? Math.max(NARROWEST, Math.min(WIDEST, stream.columns || 80))
    : undefined;
  return {
    columns,
    colors: pc.createColors(terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'),
  };
}
