import type { Clients } from '@root-activity-monitor/command-line/aws';
import { assert } from '../checks/assert.ts';
import type { EmulatorAccess } from '../emulator/ask-emulator.ts';
import { readStack } from './deployed-stack.ts';
import { existences } from './existing-resources.ts';

/** Types that moto's CloudFormation skips silently, or creates without reporting an ID. */
const skippedByMoto = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::Delivery',
  'AWS::Logs::DeliveryDestination',
  'AWS::Logs::DeliverySource',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

export interface CheckedResources {
  readonly existing: number;
  /** How many of each type were not checked. */
  readonly unchecked: ReadonlyMap<string, number>;
}

/**
 * Asks each service for each resource of the hub's template.
 *
 * @throws ExpectationError naming all that are missing
 */
export async function checkResources(
  clients: Clients,
  access: EmulatorAccess,
): Promise<CheckedResources> {
  const { resources, physicalIds } = await readStack(clients);
  const checks = existences(clients, access);
  const unchecked = new Map<string, number>();
  const missing: string[] = [];
  let existing = 0;
  for (const [logicalId, { Type }] of Object.entries(resources)) {
    const check = checks[Type];
    if (check === undefined) {
      if (!skippedByMoto.has(Type))
        missing.push(`${logicalId} (${Type}): this run has no check for it`);
      unchecked.set(Type, (unchecked.get(Type) ?? 0) + 1);
      continue;
    }
    const physicalId = physicalIds.get(logicalId);
    const problem =
      physicalId === undefined
        ? 'the stack does not have it'
        : await check(physicalId).then(
            () => undefined,
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
          );
    if (problem === undefined) existing += 1;
    else missing.push(`${logicalId} (${Type}): ${problem}`);
  }
  assert(missing.length === 0, `missing on the emulator:\n  ${missing.join('\n  ')}`);
  return { existing, unchecked };
}
