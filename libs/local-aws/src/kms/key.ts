import * as z from 'zod';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
import { authorize, type Authorization } from '../iam/authorize.ts';
import type { NamedPolicy, Principal } from '../iam/evaluate.ts';
import { PolicyDocumentSchema } from '../iam/policy-document.ts';

const KeyPropertiesSchema = z.looseObject({
  KeyPolicy: PolicyDocumentSchema,
  Enabled: z.boolean().default(true),
});
const AliasPropertiesSchema = z.looseObject({ AliasName: z.string(), TargetKeyId: z.string() });

export interface KeyUse {
  /** `KmsMasterKeyId` of a queue or topic: ID, ARN or alias. */
  readonly keyId: string;
  readonly principal: Principal;
  readonly identityPolicies?: readonly NamedPolicy[];
  readonly actions: readonly string[];
  /** The service that calls KMS for the principal, e.g. `sns`. */
  readonly via: 'sns' | 'sqs';
}

/**
 * Whether a principal may use the key of a queue or topic. A service needs the key policy to name
 * it; AWS managed keys (`alias/aws/…`) name no service and serve every principal of the account.
 *
 * The context of an EventBridge request carries no source: AWS documents that such conditions are
 * not supported there.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export function authorizeKeyUse(stack: Stack, use: KeyUse): Authorization {
  const { principal, actions, keyId, via } = use;
  if (keyId.startsWith('alias/aws/')) {
    const allowed = principal.kind === 'role';
    return {
      allowed,
      reason: `${keyId} ${allowed ? 'serves the account' : 'names no AWS service'}`,
    };
  }
  const key = findKey(stack, keyId);
  if (key === undefined) return { allowed: false, reason: `the stack has no key ${keyId}` };
  if (!key.enabled) return { allowed: false, reason: `key ${keyId} is disabled` };
  const { account, region } = stack.place;
  const role = principal.kind === 'role' ? principal : undefined;
  const context = {
    'kms:viaservice': role && `${via}.${region}.amazonaws.com`,
    'kms:calleraccount': role && account,
    'aws:principalaccount': role && role.account,
    'aws:principalarn': role && role.arn,
    'aws:sourcearn': undefined,
    'aws:sourceaccount': undefined,
    'aws:sourceorgid': undefined,
    'aws:securetransport': 'true',
  };
  for (const action of actions) {
    const verdict = authorize({
      request: { principal, action, resource: key.arn, context },
      ...(use.identityPolicies && key.delegates && { identityPolicies: use.identityPolicies }),
      resourcePolicies: [key.policy],
      resourceAccount: account,
    });
    if (!verdict.allowed) return verdict;
  }
  return { allowed: true, reason: `key policy and role allow ${actions.join(', ')}` };
}

interface Key {
  readonly arn: string;
  readonly enabled: boolean;
  readonly policy: NamedPolicy;
  /** IAM policies count only where the key policy trusts the account. */
  readonly delegates: boolean;
}

function findKey(stack: Stack, keyId: string): Key | undefined {
  const alias = resourcesOf(stack, 'AWS::KMS::Alias')
    .map((resource) => AliasPropertiesSchema.parse(resource.properties()))
    .find(({ AliasName }) => AliasName === keyId);
  const target = alias?.TargetKeyId ?? keyId;
  const resource = resourcesOf(stack, 'AWS::KMS::Key').find(
    (key) => key.ref === target || key.attribute('Arn') === target,
  );
  if (resource === undefined) return undefined;
  const { KeyPolicy, Enabled } = KeyPropertiesSchema.parse(resource.properties());
  const root = new RegExp(
    `^(?:arn:[^:]+:iam::${stack.place.account}:root|${stack.place.account})$`,
  );
  return {
    arn: resource.attribute('Arn'),
    enabled: Enabled,
    policy: { name: 'key policy', document: KeyPolicy },
    delegates: KeyPolicy.Statement.some(
      ({ Effect, Principal: trusted }) =>
        Effect === 'Allow' && (trusted?.AWS ?? []).some((name) => root.test(name)),
    ),
  };
}
