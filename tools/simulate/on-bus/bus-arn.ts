import { UsageError } from '@root-activity-monitor/command-line';

/** The parts of an event bus's ARN. */
export interface BusArn {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  readonly name: string;
}

const busArn =
  /^arn:(aws(?:-[a-z]+)*):events:([a-z]{2,4}(?:-[a-z]+)+-\d{1,2}):(\d{12}):event-bus\/([A-Za-z0-9._-]{1,256})$/;

/**
 * Reads the ARN of a custom event bus.
 *
 * @throws UsageError for anything else, the default bus of an account included
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export function readBusArn(found: string): BusArn {
  const [, partition, region, account, name] = busArn.exec(found) ?? [];
  const wanted =
    'the output CentralEventBusArn of the hub stack is wanted, such as arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';
  if (
    partition === undefined ||
    region === undefined ||
    account === undefined ||
    name === undefined
  ) {
    throw new UsageError(`--bus is "${found}", which is not the ARN of an event bus; ${wanted}`);
  }
  if (name === 'default') {
    throw new UsageError(`--bus is the default event bus of account ${account}; ${wanted}`);
  }
  return { arn: found, partition, region, account, name };
}
