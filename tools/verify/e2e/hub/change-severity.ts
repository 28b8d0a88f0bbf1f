import * as z from 'zod';
import { assert } from '../checks/assert.ts';
import type { DeployedStack } from './deployed-stack.ts';

const Subscription = z.looseObject({
  Properties: z.looseObject({
    FilterPolicy: z.looseObject({}).optional(),
    FilterPolicyScope: z.string().optional(),
  }),
});

/**
 * Asserts that CloudFormation can make an update of a subscription: it fails where a filter without
 * a scope is added or removed.
 *
 * @see https://github.com/aws/aws-cdk/issues/24804
 */
export function checkFilterUpdate(before: DeployedStack, after: DeployedStack, id: string): void {
  for (const [when, stack] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const { Properties } = Subscription.parse(stack.resources[id]);
    assert(Properties.FilterPolicy !== undefined, `${id} has no filter ${when} the change`);
    assert(
      Properties.FilterPolicyScope === 'MessageAttributes',
      `the filter of ${id} has no scope ${when} the change`,
    );
  }
}
