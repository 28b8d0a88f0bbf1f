import type { Needed } from '@root-activity-monitor/deployment-permissions';
import {
  evaluatePolicies,
  type PolicyDocument,
  PolicyDocumentSchema,
} from '@root-activity-monitor/local-aws/iam';

/** Reads a policy, or a list of them, as `permissions` prints it. */
export function readPolicies(text: string): readonly PolicyDocument[] {
  const value: unknown = JSON.parse(text);
  return (Array.isArray(value) ? value : [value]).map((one) => PolicyDocumentSchema.parse(one));
}

/**
 * Why policies do not allow an action, for each resource that they do not allow it on. Every
 * condition is assumed to be met by the request.
 */
export function refusals(
  policies: readonly PolicyDocument[],
  { action, resources, condition }: Needed,
): readonly string[] {
  const context: Record<string, string | undefined> = { 'iam:passedtoservice': undefined };
  for (const keys of Object.values(condition ?? {})) {
    for (const [key, value] of Object.entries(keys)) context[key.toLowerCase()] = value;
  }
  const named = policies.map((document, index) => ({ name: `policy ${index + 1}`, document }));
  const principal = {
    kind: 'role',
    arn: 'arn:aws:iam::111122223333:role/deployer',
    account: '',
  } as const;
  return resources.flatMap((resource) => {
    const request = { principal, action, resource, context };
    const { effect, why } = evaluatePolicies(named, request, 'identity');
    return effect === 'allow' ? [] : [`${action} on ${resource}: ${why}`];
  });
}
