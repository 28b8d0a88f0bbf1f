import type { Access, Condition } from './needed-access.ts';
import { wideStatementOf } from './wide-actions.ts';

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** An action on some resources, and under which condition. */
export type Needed = Pick<Access, 'action' | 'resources' | 'condition'>;

/** Characters without white space. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const maxManagedPolicyLength = 6_144;

/**
 * The least policy that allows all of it: one statement for what is allowed on the same resources.
 *
 * @returns several policies where one would be longer than IAM takes
 */
export function policiesFor(needed: readonly Needed[]): readonly Policy[] {
  const policies: Statement[][] = [[]];
  for (const statement of statementsFor(needed)) {
    const last = policies.at(-1) ?? [];
    if (last.length > 0 && lengthOf(policy([...last, statement])) > maxManagedPolicyLength) {
      policies.push([statement]);
    } else last.push(statement);
  }
  return policies.map(policy);
}

const policy = (Statement: readonly Statement[]): Policy => ({ Version: '2012-10-17', Statement });
const lengthOf = (one: Policy): number => JSON.stringify(one).length;

interface Grant {
  readonly action: string;
  readonly condition: Condition | undefined;
  readonly resources: Set<string>;
}

interface Group {
  readonly actions: readonly string[];
  readonly condition: Condition | undefined;
  readonly resources: string[];
}

function statementsFor(needed: readonly Needed[]): readonly Statement[] {
  const onResource = new Map<
    string,
    Omit<Group, 'resources' | 'actions'> & { readonly resource: string; readonly actions: string[] }
  >();
  const all = grants(needed);
  for (const { action, condition, resources } of all) {
    // What is allowed in any case needs no second statement with a condition.
    const anyway = all.find((one) => one.action === action && one.condition === undefined);
    const free = condition === undefined ? [] : [...(anyway?.resources ?? [])];
    for (const resource of withoutCovered([...resources])) {
      if (free.some((pattern) => covers(pattern, resource))) continue;
      const wide = resource === '*' ? wideStatementOf(action) : undefined;
      const key = JSON.stringify([resource, condition, wide]);
      const known = onResource.get(key) ?? { resource, condition, actions: [] };
      known.actions.push(action);
      onResource.set(key, known);
    }
  }
  const groups = new Map<string, Group>();
  for (const { resource, condition, actions } of onResource.values()) {
    const sorted = actions.toSorted();
    const key = JSON.stringify([sorted, condition, serviceOf(resource)]);
    const group = groups.get(key) ?? { actions: sorted, condition, resources: [] };
    group.resources.push(resource);
    groups.set(key, group);
  }
  return named(
    [...groups.values()].sort((a, b) => (a.actions[0] ?? '').localeCompare(b.actions[0] ?? '')),
  );
}

function named(groups: readonly Group[]): readonly Statement[] {
  const taken = new Map<string, number>();
  return groups.map(({ actions, resources, condition }) => {
    const wide = resources[0] === '*' ? wideStatementOf(actions[0] ?? '') : undefined;
    const base = wide ?? sidOf(actions, resources[0] ?? '');
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return {
      Sid: count === 1 ? base : `${base}${count}`,
      Effect: 'Allow',
      Action: oneOrMany(actions),
      Resource: oneOrMany(resources.toSorted()),
      ...(condition !== undefined && { Condition: condition }),
    };
  });
}

function grants(needed: readonly Needed[]): readonly Grant[] {
  const found = new Map<string, Grant>();
  for (const { action, resources, condition } of needed) {
    const key = JSON.stringify([action, condition]);
    const known = found.get(key) ?? { action, condition, resources: new Set() };
    for (const resource of resources) known.resources.add(resource);
    found.set(key, known);
  }
  return [...found.values()];
}

/** Patterns that no other pattern of the list covers. */
function withoutCovered(patterns: readonly string[]): readonly string[] {
  return patterns.filter((one) => !patterns.some((other) => other !== one && covers(other, one)));
}

/** Whether a pattern fits everything that another one fits. */
function covers(pattern: string, other: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(other);
}

const serviceOf = (arn: string): string => arn.split(':')[2] ?? '';

function sidOf(actions: readonly string[], resource: string): string {
  if (actions[0] === 'iam:PassRole') return 'PassesRoles';
  if (actions[0] === 'sts:AssumeRole') return 'AssumesRoles';
  const service = serviceOf(resource);
  const kind = (resource.split(':')[5] ?? '').split('/')[0] ?? '';
  return [service, /^[a-z-]+$/.test(kind) ? kind : '']
    .flatMap((word) => word.split('-'))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

const oneOrMany = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? '') : values;
