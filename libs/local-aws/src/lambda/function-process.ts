import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnvironment, type LambdaFunction } from './function.ts';
import { binaryFor } from './lambda-node.ts';
import { RuntimeApi, type InvocationAnswer } from './runtime-api.ts';

export interface Invoked {
  readonly answer: InvocationAnswer;
  /** What the function wrote to stdout, line by line, as CloudWatch Logs would get it. */
  readonly log: readonly string[];
}

const bootstrap = join(import.meta.dirname, 'bootstrap.mjs');

/**
 * A function in a process of its own, started at the first invocation and again after a crash or a
 * timeout, as Lambda replaces an execution environment. One invocation at a time.
 */
export class FunctionProcess {
  readonly #lambda: LambdaFunction;
  readonly #credentials: Readonly<Record<string, string>>;
  readonly #api = new RuntimeApi();
  #endpoint: Promise<string> | undefined;
  #child: ChildProcess | undefined;
  #log: string[] = [];
  #errors: string[] = [];
  #onEnd: (() => void) | undefined;
  #closed = false;

  /** @param credentials the environment variables that stand for the role's credentials */
  constructor(lambda: LambdaFunction, credentials: Readonly<Record<string, string>>) {
    this.#lambda = lambda;
    this.#credentials = credentials;
  }

  /**
   * Runs the handler once, for at most the function's timeout.
   *
   * @param timeOfDay what the function's clock shows all the while, in milliseconds since 1970; the
   * real time when left out
   */
  async invoke(payload: unknown, timeOfDay?: number): Promise<Invoked> {
    if (this.#closed) throw new Error('the function is closed');
    this.#endpoint ??= this.#api.start();
    const endpoint = await this.#endpoint;
    const child = (this.#child ??= this.#start(endpoint));
    this.#log = [];
    const milliseconds = this.#lambda.timeoutSeconds * 1000;
    const requestId = randomUUID();
    const ended = new Promise<void>((resolve) => (this.#onEnd = resolve));
    const answer = await new Promise<InvocationAnswer>((resolve) => {
      const settle = (given: InvocationAnswer) => {
        clearTimeout(timer);
        child.off('close', exited);
        resolve(given);
      };
      const exited = () => settle(crashed(child, this.#errors));
      const timer = setTimeout(() => settle(timedOut(this.#lambda)), milliseconds);
      child.once('close', exited);
      this.#api.invoke({
        requestId,
        payload: JSON.stringify(payload),
        deadline: Date.now() + milliseconds,
        functionArn: this.#lambda.arn,
        timeOfDay,
        answer: settle,
      });
    });
    if (answer.ok || child.exitCode === null) await this.#settle(child, answer, ended);
    if (child.exitCode !== null || child.signalCode !== null) this.#forget();
    return { answer, log: this.#log };
  }

  /** Ends the process, if there is one, and the server that it polls. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#kill();
    if (this.#endpoint !== undefined) await this.#api.close();
  }

  /** Lambda keeps a process that answered, with a result or an error, and replaces any other. */
  async #settle(
    child: ChildProcess,
    answer: InvocationAnswer,
    ended: Promise<void>,
  ): Promise<void> {
    const keep = answer.ok || !answer.errorType.match(/^(Runtime\.|Sandbox\.)/);
    if (!keep) return this.#kill();
    const closed = new Promise<void>((resolve) => {
      child.once('close', resolve);
      void ended.then(() => child.off('close', resolve));
    });
    await Promise.race([ended, closed]);
  }

  #start(endpoint: string): ChildProcess {
    const child = spawn(binaryFor(this.#lambda.runtime), [bootstrap], {
      cwd: this.#lambda.codeFolder,
      env: processEnvironment(this.#lambda, endpoint, this.#credentials),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('END RequestId: ')) this.#onEnd?.();
      else this.#log.push(line);
    });
    this.#errors = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      this.#errors = [...this.#errors.slice(-20), line];
    });
    return child;
  }

  async #kill(): Promise<void> {
    const child = this.#child;
    this.#forget();
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
  }

  #forget(): void {
    this.#child = undefined;
    this.#api.reset();
  }
}

function timedOut({ timeoutSeconds }: LambdaFunction): InvocationAnswer {
  return {
    ok: false,
    errorType: 'Sandbox.Timedout',
    errorMessage: `Task timed out after ${timeoutSeconds}.00 seconds`,
  };
}

function crashed(child: ChildProcess, errors: readonly string[]): InvocationAnswer {
  const how = child.signalCode ?? `exit status ${String(child.exitCode)}`;
  const last = errors.find((line) => /Error/.test(line)) ?? errors.at(-1);
  return {
    ok: false,
    errorType: 'Runtime.ExitError',
    errorMessage: `Runtime exited: ${how}${last === undefined ? '' : `: ${last}`}`,
  };
}
