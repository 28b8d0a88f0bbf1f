import { UsageError } from '@root-activity-monitor/command-line';
import { readBusArn } from '../on-bus/bus-arn.ts';

/** How to reach a deployed hub. */
export interface BusFlags {
  /** The ARN of its central event bus, as the user gave it. */
  readonly arn: string;
  readonly endpointUrl: string | undefined;
  readonly yes: boolean;
  readonly wait: boolean;
}

/** The flags of the command line that this looks at; they are absent, or as the user gave them. */
export interface BusValues {
  readonly bus?: string | undefined;
  readonly 'endpoint-url'?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly wait?: boolean | undefined;
  readonly via?: string | undefined;
  readonly format?: string | undefined;
  readonly list?: boolean | undefined;
}

/**
 * Reads the flags about a real bus; undefined where there is none.
 *
 * @throws UsageError where they do not go together
 */
export function readBusFlags(values: BusValues): BusFlags | undefined {
  const { bus, yes = false, wait = false } = values;
  const endpointUrl = values['endpoint-url'];
  if (bus === undefined) {
    const alone = (['endpoint-url', 'yes', 'wait'] as const).find((name) => values[name]);
    if (alone === undefined) return undefined;
    throw new UsageError(`--${alone} goes with --bus; without it nothing leaves this machine`);
  }
  const other = (['via', 'format', 'list'] as const).find((name) => values[name] !== undefined);
  if (other !== undefined) {
    throw new UsageError(
      `--bus and --${other} exclude each other; on a real bus only a simulation can be played`,
    );
  }
  if (endpointUrl !== undefined && !URL.canParse(endpointUrl)) {
    throw new UsageError(
      `--endpoint-url is "${endpointUrl}"; a URL is wanted, such as http://localhost:5000`,
    );
  }
  return { arn: readBusArn(bus).arn, endpointUrl, yes, wait };
}
