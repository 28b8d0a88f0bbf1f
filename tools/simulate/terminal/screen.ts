import pc from 'picocolors';

/** Where human output goes and what it can show. */
export interface Screen {
  /** Columns to wrap at; undefined leaves lines as they are, as a pipe wants them. */
  readonly columns: number | undefined;
  readonly colors: ReturnType<typeof pc.createColors>;
}

const NARROWEST = 30;
const WIDEST = 100;

/**
 * Wrapping only on a terminal; colours there and wherever `FORCE_COLOR` wants them. `NO_COLOR` wins
 * over everything: who sets it wants none.
 */
export function screenOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen {
  const terminal = stream.isTTY === true;
  const columns = terminal
    ? Math.max(NARROWEST, Math.min(WIDEST, stream.columns || 80))
    : undefined;
  return {
    columns,
    colors: pc.createColors(
      !env['NO_COLOR'] && (forced(env) ?? (terminal && env['TERM'] !== 'dumb')),
    ),
  };
}

/**
 * `FORCE_COLOR` as Node.js reads it: 0 and false switch colours off. Nx sets it to "true" by itself,
 * also in a pipe, which nobody asked for.
 */
function forced(env: NodeJS.ProcessEnv): boolean | undefined {
  const wanted = env['FORCE_COLOR'];
  const byNx = env['NX_TASK_TARGET_TARGET'] !== undefined && wanted === 'true';
  return wanted === undefined || byNx ? undefined : wanted !== '0' && wanted !== 'false';
}
