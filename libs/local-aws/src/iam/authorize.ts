import {
  evaluatePolicies,
  principalName,
  type AccessRequest,
  type NamedPolicy,
} from './evaluate.ts';

export interface Authorization {
  readonly allowed: boolean;
  /** In words: the statement that decided, or the one that came nearest. */
  readonly reason: string;
}

export interface AccessCase {
  readonly request: AccessRequest;
  /** Policies of the principal itself; undefined for a service, which has none. */
  readonly identityPolicies?: readonly NamedPolicy[];
  readonly resourcePolicies: readonly NamedPolicy[];
  /** The account that owns the resource. */
  readonly resourceAccount: string;
}

/**
 * Decides one request: within an account either side may allow, across accounts both must; a
 * service has no policies of its own. An explicit deny on any side wins.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function authorize(access: AccessCase): Authorization {
  const { request, identityPolicies, resourcePolicies, resourceAccount } = access;
  const { principal, action } = request;
  const refused = (why: string): Authorization => ({
    allowed: false,
    reason: `${principalName(principal)} may not ${action}: ${why}`,
  });
  const resource = evaluatePolicies(resourcePolicies, request, 'resource');
  if (resource.effect === 'deny') return refused(resource.why);
  if (principal.kind === 'service') {
    return resource.effect === 'allow'
      ? { allowed: true, reason: resource.why }
      : refused(resource.why);
  }

  const identity = evaluatePolicies(identityPolicies ?? [], request, 'identity');
  if (identity.effect === 'deny') return refused(identity.why);
  const byIdentity = identity.effect === 'allow';
  if (principal.account === resourceAccount) {
    if (byIdentity) return { allowed: true, reason: identity.why };
    if (resource.effect === 'allow') return { allowed: true, reason: resource.why };
    return refused(identity.why);
  }
  if (!byIdentity) return refused(identity.why);
  const byResource = resource.effect === 'allow' || resource.effect === 'delegates';
  return byResource ? { allowed: true, reason: resource.why } : refused(resource.why);
}
