import { UsageError } from '@root-activity-monitor/command-line';
import * as z from 'zod';

/** The parts of an event bus's ARN. */
export interface BusArn {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  readonly name: string;
}

const form =
  /^arn:(aws(?:-[a-z]+)*):events:([a-z]{2,4}(?:-[a-z]+)+-\d{1,2}):(\d{12}):event-bus\/(?!default$)([A-Za-z0-9._-]{1,256})$/;

const wanted =
  'the ARN of a central event bus, the output CentralEventBusArn of the hub stack, such as arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';

/** The ARN of a custom event bus, as a flag has it. */
export const busArn = z.string().regex(form, { error: wanted });

/**
 * Reads the ARN of a custom event bus.
 *
 * @throws UsageError for anything else, the default bus of an account included
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export function readBusArn(arn: string): BusArn {
  const [, partition, region, account, name] = form.exec(arn) ?? [];
  if (!partition || !region || !account || !name) {
    throw new UsageError(`--bus must be ${wanted}, got "${arn}"`);
  }
  return { arn, partition, region, account, name };
}
