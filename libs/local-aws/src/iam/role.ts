import * as z from 'zod';
import { TemplateError } from '../cloudformation/errors.ts';
import { resourcesOf, type Resource, type Stack } from '../cloudformation/stack.ts';
import { authorize, type Authorization } from './authorize.ts';
import type { RequestContext } from './condition.ts';
import type { NamedPolicy, Principal } from './evaluate.ts';
import { PolicyDocumentSchema } from './policy-document.ts';

const PolicySchema = z.looseObject({
  PolicyName: z.string(),
  PolicyDocument: PolicyDocumentSchema,
});
const RolePropertiesSchema = z.looseObject({
  AssumeRolePolicyDocument: PolicyDocumentSchema,
  Policies: z.array(PolicySchema).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});
const AttachedPolicySchema = PolicySchema.extend({ Roles: z.array(z.string()).default([]) });

/** AWS managed policies that the simulation knows, by what they allow on every resource. */
const managed: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
  'service-role/AWSLambdaSQSQueueExecutionRole': [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
};

export interface Role {
  readonly principal: Principal & { readonly kind: 'role' };
  readonly identityPolicies: readonly NamedPolicy[];
  /** Whether a service may assume the role. */
  assumableBy(service: string, context: RequestContext): Authorization;
}

/** The role with this ARN, with every policy that the stack gives it; undefined when there is none. */
export function findRole(stack: Stack, arn: string): Role | undefined {
  const resource = resourcesOf(stack, 'AWS::IAM::Role').find(
    (role) => role.attribute('Arn') === arn,
  );
  return resource === undefined ? undefined : readRole(stack, resource, arn);
}

function readRole(stack: Stack, resource: Resource, arn: string): Role {
  const properties = RolePropertiesSchema.parse(resource.properties());
  const attached = resourcesOf(stack, 'AWS::IAM::Policy')
    .map((policy) => AttachedPolicySchema.parse(policy.properties()))
    .filter(({ Roles }) => Roles.includes(resource.ref));
  const inline = [...properties.Policies, ...attached].map(({ PolicyName, PolicyDocument }) => ({
    name: `role policy ${PolicyName}`,
    document: PolicyDocument,
  }));
  const { account } = resource.place;
  return {
    principal: { kind: 'role', arn, account },
    identityPolicies: [...inline, ...properties.ManagedPolicyArns.map(managedPolicy)],
    assumableBy: (service, context) =>
      authorize({
        request: {
          principal: { kind: 'service', service },
          action: 'sts:AssumeRole',
          resource: arn,
          context,
        },
        resourcePolicies: [{ name: 'trust policy', document: properties.AssumeRolePolicyDocument }],
        resourceAccount: account,
      }),
  };
}

function managedPolicy(arn: string): NamedPolicy {
  const name = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1] ?? arn;
  const actions = managed[name];
  if (actions === undefined) throw new TemplateError(`managed policy ${arn} is not simulated`);
  return {
    name: `managed policy ${name}`,
    document: { Statement: [{ Effect: 'Allow', Action: [...actions], Resource: ['*'] }] },
  };
}
