import * as z from 'zod';
import { expectThat } from '../checks/assert.ts';
import type { DeployedStack } from './deployed-stack.ts';

const Subscription = z.looseObject({
  Properties: z.looseObject({
    FilterPolicy: z.looseObject({}).optional(),
    FilterPolicyScope: z.string().optional(),
  }),
});

/**
 * Makes sure that an update of a subscription is one that CloudFormation can do: it fails where it
 * adds or takes away a filter without a scope.
 *
 * @see https://github.com/aws/aws-cdk/issues/24804
 */
export function checkFilterUpdate(before: DeployedStack, after: DeployedStack, id: string): void {
  for (const [when, stack] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const { Properties } = Subscription.parse(stack.resources[id]);
    expectThat(Properties.FilterPolicy !== undefined, `${id} has no filter ${when} the change`);
    expectThat(
      Properties.FilterPolicyScope === 'MessageAttributes',
      `the filter of ${id} has no scope ${when} the change`,
    );
  }
}
