import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  FunctionProcess,
  type Invoked,
  type LambdaFunction,
} from '@root-activity-monitor/local-aws/lambda';

const childFolder = join(import.meta.dirname, '..', 'child');

/** What the harness puts into the process before the bundle. */
export type Preload = 'virtual-date' | 'one-at-a-time' | 'report-usage';

/** Far longer than any invocation takes: how long a function may take is on the virtual clock. */
const realTimeoutSeconds = 120;

/** The bundle in a process of its own that lives in virtual time; killed, it starts anew. */
export class BundleProcess {
  readonly #lambda: LambdaFunction;
  readonly #folder = mkdtempSync(join(tmpdir(), 'bundle-process-'));
  readonly #clock = openSync(join(this.#folder, 'clock'), 'w');
  readonly #endpoint: string;
  #extra: Readonly<Record<string, string>> = {};
  #process: FunctionProcess;

  /** @param endpoint the URL below which `/sns` and `/dynamodb` are answered */
  constructor(lambda: LambdaFunction, endpoint: string, preloads: readonly Preload[]) {
    const imports = preloads.map((name) => pathToFileURL(join(childFolder, `${name}.mjs`)).href);
    this.#endpoint = endpoint;
    this.#lambda = {
      ...lambda,
      timeoutSeconds: realTimeoutSeconds,
      environment: {
        ...lambda.environment,
        CLOCK_FILE: join(this.#folder, 'clock'),
        NODE_OPTIONS: imports.map((url) => `--import=${url}`).join(' '),
      },
    };
    this.#process = this.#fresh();
  }

  /** Runs the handler once, at this time in milliseconds since 1970. */
  async invoke(payload: unknown, now: number): Promise<Invoked> {
    this.setTime(now);
    return await this.#process.invoke(payload);
  }

  setTime(now: number): void {
    writeSync(this.#clock, String(Math.floor(now)).padStart(13, '0'), 0);
  }

  /** Ends the process where it stands; an invocation under way answers with that. */
  async kill(): Promise<void> {
    const ending = this.#process;
    this.#process = this.#fresh();
    await ending.close();
  }

  /** Ends the process; the next has these variables in addition to the template's. */
  async configure(environment: Readonly<Record<string, string>>): Promise<void> {
    this.#extra = environment;
    await this.kill();
  }

  async close(): Promise<void> {
    await this.#process.close();
    closeSync(this.#clock);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #fresh(): FunctionProcess {
    return new FunctionProcess(this.#lambda, {
      AWS_ACCESS_KEY_ID: 'ASIAHARNESS',
      AWS_SECRET_ACCESS_KEY: 'harness',
      AWS_SESSION_TOKEN: 'harness',
      AWS_ENDPOINT_URL_SNS: `${this.#endpoint}/sns`,
      AWS_ENDPOINT_URL_DYNAMODB: `${this.#endpoint}/dynamodb`,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      ...this.#extra,
    });
  }
}
