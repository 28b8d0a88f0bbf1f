import type { Stack } from '@root-activity-monitor/deployment-permissions';
import type { PolicyDocument } from '@root-activity-monitor/local-aws/iam';
import { refusals } from '../permissions/may.ts';
import { whatAwsChecks } from '../permissions/what-aws-checks.ts';
import type { Call } from './read-call.ts';
import { resourceOfCall } from './resource-of-call.ts';

/** A caller or role whose calls are checked against policies. */
export interface Restricted {
  readonly account: string;
  readonly policies: readonly PolicyDocument[];
}

/** What the gate knows about the deployment. */
export interface Known {
  /** By access key. */
  readonly restricted: ReadonlyMap<string, Restricted>;
  /** The roles that CloudFormation is given, by the end of their ARN. */
  readonly roles: ReadonlyMap<string, Restricted>;
  /** The synthesized stack of a name in a Region. */
  readonly stackOf: (name: string, region: string) => Stack | undefined;
}

const changesStack =
  /^cloudformation:(CreateStack|UpdateStack|DeleteStack|CreateChangeSet|ExecuteChangeSet)$/;

/**
 * Why AWS would deny a call: what the caller may not do and, for a call that changes a stack, what
 * CloudFormation may not do with the permissions of the caller or of the role that it is given.
 */
export function judge(call: Call, known: Known): readonly string[] {
  const caller = known.restricted.get(call.accessKeyId);
  const own =
    caller === undefined || call.action === 'sts:GetCallerIdentity'
      ? []
      : refusals(caller.policies, {
          action: call.action,
          resources: [resourceOfCall(call, caller.account)],
        });
  if (own.length > 0 || !changesStack.test(call.action)) return own;
  const roleArn = call.parameters.get('RoleARN');
  const role = [...known.roles].find(([name]) => roleArn?.endsWith(`/${name}`) === true)?.[1];
  const acting = roleArn === undefined ? caller : role;
  if (acting === undefined) {
    return roleArn === undefined ? [] : [`Role ${roleArn} is invalid or cannot be assumed`];
  }
  const stack = known.stackOf(nameOf(call.parameters.get('StackName') ?? ''), call.region);
  if (stack === undefined) return [];
  return whatAwsChecks(stack).flatMap((access) =>
    refusals(acting.policies, access).map((why) => `${access.for}: ${why}`),
  );
}

const nameOf = (nameOrArn: string): string =>
  nameOrArn.startsWith('arn:') ? (nameOrArn.split('/')[1] ?? '') : nameOrArn;
