import { FaultProxy } from '../proxy/fault-proxy.ts';
import { BundleProcess } from './bundle-process.ts';
import type { DeployedHub } from './deployed-hub.ts';

/** How many invocations can run at the same time. */
const slots = 3;

export type Handler = 'notifier' | 'digester';

/** The gate and the processes behind it, which one seed after the other uses. */
export class TestBed {
  readonly hub: DeployedHub;
  readonly gate = new FaultProxy();
  readonly #processes = new Map<string, BundleProcess>();
  #endpoint = '';

  constructor(hub: DeployedHub) {
    this.hub = hub;
  }

  async start(): Promise<void> {
    this.#endpoint = await this.gate.start();
    for (const handler of ['notifier', 'digester'] as const) {
      for (let slot = 0; slot < slots; slot++) {
        const name = `${handler}-${String(slot)}`;
        const endpoint = `${this.#endpoint}/${name}`;
        const preloads = ['virtual-date', 'one-at-a-time'] as const;
        this.#processes.set(name, new BundleProcess(this.hub[handler], endpoint, preloads));
      }
    }
  }

  /** New processes, so that no seed knows of the one before. */
  async renew(environment: Readonly<Record<string, string>>): Promise<void> {
    await Promise.all([...this.#processes.values()].map((one) => one.configure(environment)));
  }

  /** The process for the invocation at this depth. */
  process(
    handler: Handler,
    depth: number,
  ): { readonly name: string; readonly process: BundleProcess } | undefined {
    const name = `${handler}-${String(depth)}`;
    const process = this.#processes.get(name);
    return process && { name, process };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((one) => one.close()));
    await this.gate.close();
  }
}
