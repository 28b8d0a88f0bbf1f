import { TemplateError } from './errors.ts';
import { attributeOf, identityOf, type Identity } from './physical-resource.ts';
import { partitionOf, urlSuffixOf, type Place } from './place.ts';
import { NO_VALUE, resolve, type Scope } from './resolve.ts';
import type { Template, TemplateParameter } from './template.ts';

/** A resource of a deployed stack. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` gives: a name, an ARN or a URL, by type. */
  readonly ref: string;
  readonly place: Place;
  /** The attribute, e.g. `Arn`. @throws TemplateError when it is not simulated. */
  attribute(name: string): string;
  /** The properties, with every intrinsic function resolved. @throws TemplateError */
  properties(): Readonly<Record<string, unknown>>;
}

export interface Stack {
  readonly place: Place;
  readonly resources: readonly Resource[];
}

/**
 * Deploys a template on paper: for one account and Region, with these parameters. Properties are
 * resolved when they are read, so that what the simulation never asks for need not be understood.
 *
 * @throws TemplateError on a parameter that CloudFormation would refuse
 */
export function deployStack(
  template: Template,
  place: Place,
  given: Readonly<Record<string, string>> = {},
): Stack {
  const parameters = parameterValues(template, given);
  const identities = new Map<string, Identity>();
  const existing = (logicalId: string) => {
    const resource = template.Resources[logicalId];
    if (resource === undefined || !exists(resource.Condition)) {
      throw new TemplateError(`the template has no resource ${logicalId}`);
    }
    return resource;
  };
  const identity = (logicalId: string): Identity => {
    const known = identities.get(logicalId);
    if (known !== undefined) return known;
    const { Type, Properties } = existing(logicalId);
    const names = Object.fromEntries(
      Object.entries(Properties).filter(([key]) => /Name$/.test(key)),
    );
    const made = identityOf(logicalId, Type, asRecord(resolve(names, scope)), place);
    identities.set(logicalId, made);
    return made;
  };
  const pseudo = pseudoParameters(place);
  const scope: Scope = {
    ref: (name) => {
      if (pseudo.has(name)) return pseudo.get(name);
      return parameters.has(name) ? parameters.get(name) : identity(name).ref;
    },
    attribute: (logicalId, attribute) => attributeOf(identity(logicalId), logicalId, attribute),
    condition: (name) => {
      if (!(name in template.Conditions)) throw new TemplateError(`no condition ${name}`);
      return resolve(template.Conditions[name], scope) === true;
    },
    mapping: (map, first, second) => {
      const value = template.Mappings[map]?.[first]?.[second];
      if (value === undefined) throw new TemplateError(`no mapping ${map}.${first}.${second}`);
      return value;
    },
  };
  const exists = (condition: string | undefined) =>
    condition === undefined || scope.condition(condition);

  const resources = Object.entries(template.Resources)
    .filter(([, { Condition }]) => exists(Condition))
    .map(([logicalId, { Type, Properties }]): Resource => {
      let resolved: Readonly<Record<string, unknown>> | undefined;
      return {
        logicalId,
        type: Type,
        place,
        get ref() {
          return identity(logicalId).ref;
        },
        attribute: (name) => attributeOf(identity(logicalId), logicalId, name),
        properties: () => (resolved ??= asRecord(resolve(Properties, scope))),
      };
    });
  return { place, resources };
}

/** The resources of one type. */
export function resourcesOf(stack: Stack, type: string): readonly Resource[] {
  return stack.resources.filter((resource) => resource.type === type);
}

function parameterValues(
  template: Template,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(template.Parameters).map(([name, parameter]) => {
      const value = given[name] ?? parameter.Default;
      checkParameter(name, parameter, value);
      return [name, value];
    }),
  );
}

function checkParameter(name: string, parameter: TemplateParameter, value: unknown): void {
  const { AllowedPattern: pattern, AllowedValues: allowed, ConstraintDescription } = parameter;
  if (value === undefined) throw new TemplateError(`parameter ${name} has no value`);
  const fits = pattern === undefined || new RegExp(`^(?:${pattern})$`).test(String(value));
  if (fits && (allowed === undefined || allowed.includes(value))) return;
  throw new TemplateError(
    `parameter ${name} is ${JSON.stringify(value)}: ${ConstraintDescription ?? 'not allowed'}`,
  );
}

function pseudoParameters(place: Place): ReadonlyMap<string, unknown> {
  const { account, region, stackName } = place;
  const stackId = `arn:${partitionOf(region)}:cloudformation:${region}:${account}:stack/${stackName}/00000000-0000-0000-0000-000000000000`;
  return new Map<string, unknown>([
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::Partition', partitionOf(region)],
    ['AWS::URLSuffix', urlSuffixOf(region)],
    ['AWS::StackName', stackName],
    ['AWS::StackId', stackId],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', NO_VALUE],
  ]);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
