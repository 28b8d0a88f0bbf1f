import { evaluateCondition, wildcard, type RequestContext } from './condition.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';

/** Who asks: a role of an account, or an AWS service. */
export type Principal =
  | { readonly kind: 'role'; readonly arn: string; readonly account: string }
  | { readonly kind: 'service'; readonly service: string };

export interface AccessRequest {
  readonly principal: Principal;
  /** As policies spell it, e.g. `events:PutEvents`. */
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** A policy with the words that a reason uses for it. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * What a set of policies says. `delegates` is a resource policy that trusts the account of the
 * principal: it counts across accounts, but in its own account IAM still has to allow.
 */
export interface PolicyVerdict {
  readonly effect: 'allow' | 'delegates' | 'deny' | 'silent';
  readonly why: string;
}

/** How far a statement came before it failed to apply; the one that came furthest is the reason. */
interface Miss {
  readonly progress: number;
  readonly why: string;
}

/**
 * Evaluates the policies of one side. An explicit deny wins. What the simulation cannot tell (an
 * operator or key that it does not know) makes an allow not apply and a deny apply.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicies(
  policies: readonly NamedPolicy[],
  request: AccessRequest,
  side: 'identity' | 'resource',
): PolicyVerdict {
  let allowed: PolicyVerdict | undefined;
  let nearest: Miss | undefined;
  for (const { name, document } of policies) {
    for (const [index, statement] of document.Statement.entries()) {
      const label = `${name}, statement ${statement.Sid ?? String(index + 1)}`;
      const result = applies(statement, request, side);
      if (statement.Effect === 'Deny') {
        if (result.applies !== 'no')
          return { effect: 'deny', why: `${label}, denies it${reason(result)}` };
      } else if (result.applies === 'yes') {
        const effect = result.delegates ? 'delegates' : 'allow';
        if (allowed?.effect !== 'allow') allowed = { effect, why: `${label}, allows it` };
      } else if (nearest === undefined || result.progress > nearest.progress) {
        nearest = { progress: result.progress, why: `${label}: ${result.why}` };
      }
    }
  }
  const silent = policies.length === 0 ? `no ${side} policy` : 'no statement allows it';
  return allowed ?? { effect: 'silent', why: nearest?.why ?? silent };
}

type Application =
  | { readonly applies: 'yes'; readonly delegates: boolean }
  | { readonly applies: 'no' | 'unknown'; readonly progress: number; readonly why: string };

function applies(statement: Statement, request: AccessRequest, side: string): Application {
  const { action, resource, context } = request;
  const actions = statement.Action ?? statement.NotAction ?? [];
  const named = actions.some((pattern) =>
    wildcard(pattern.toLowerCase()).test(action.toLowerCase()),
  );
  if (named !== (statement.Action !== undefined)) return no(0, `does not name ${action}`);

  const targets = statement.Resource ?? statement.NotResource;
  if (targets !== undefined) {
    const covered = targets.some((pattern) => wildcard(pattern).test(resource));
    if (covered !== (statement.Resource !== undefined)) {
      return no(1, `is for ${targets.join(', ')}, not for ${resource}`);
    }
  }
  if (statement.NotPrincipal !== undefined) {
    return { applies: 'unknown', progress: 2, why: 'the simulation does not know NotPrincipal' };
  }
  const trust = side === 'resource' ? trusts(statement, request.principal) : 'directly';
  if (trust === 'no') return no(2, `its principal is not ${principalName(request.principal)}`);

  const condition = evaluateCondition(statement.Condition, context);
  if (condition.met === true) return { applies: 'yes', delegates: trust === 'through its account' };
  return {
    applies: condition.met === 'unknown' ? 'unknown' : 'no',
    progress: 3,
    why: condition.why,
  };
}

const no = (progress: number, why: string): Application => ({ applies: 'no', progress, why });

function trusts(
  { Principal: trusted }: Statement,
  principal: Principal,
): 'directly' | 'through its account' | 'no' {
  if (principal.kind === 'service') {
    const services = trusted?.Service ?? [];
    return services.includes(principal.service) || services.includes('*') ? 'directly' : 'no';
  }
  const names = trusted?.AWS ?? [];
  if (names.includes('*') || names.includes(principal.arn)) return 'directly';
  const account = (name: string) =>
    name === principal.account ||
    new RegExp(`^arn:[^:]+:iam::${principal.account}:root$`).test(name);
  return names.some(account) ? 'through its account' : 'no';
}

/** How reasons call a principal. */
export function principalName(principal: Principal): string {
  return principal.kind === 'service' ? principal.service : principal.arn;
}

function reason(result: Application): string {
  return result.applies === 'yes' ? '' : `: ${result.why}`;
}
