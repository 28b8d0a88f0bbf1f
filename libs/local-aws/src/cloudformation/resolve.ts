import { TemplateError } from './errors.ts';

/** `{"Ref":"AWS::NoValue"}`: the property or list entry that holds it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** What the intrinsic functions of a template refer to. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/**
 * Replaces the intrinsic functions in a value of a template by what they stand for.
 *
 * @throws TemplateError on a function that is unknown here or used wrongly
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const [name, argument] = only;
    if (name === 'Ref') return scope.ref(text(argument, 'Ref'));
    const intrinsic = intrinsics[name];
    if (intrinsic !== undefined) return intrinsic(argument, scope);
    if (name.startsWith('Fn::')) throw new TemplateError(`${name} is not simulated`);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolve(item, scope)] as const)
      .filter(([, item]) => item !== NO_VALUE),
  );
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  'Fn::GetAtt': (argument, scope) => {
    const parts = typeof argument === 'string' ? argument.split(/\.(.*)/s) : list(argument, scope);
    const [logicalId, attribute] = parts;
    return scope.attribute(text(logicalId, 'Fn::GetAtt'), text(attribute, 'Fn::GetAtt'));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Join': (argument, scope) => {
    const [delimiter, items] = list(argument, scope);
    return list(items, scope).map(String).join(text(delimiter, 'Fn::Join'));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, scope);
    const item = list(items, scope)[Number(index)];
    if (item === undefined) throw new TemplateError(`Fn::Select has no item ${String(index)}`);
    return item;
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, whole] = list(argument, scope);
    return text(whole, 'Fn::Split').split(text(delimiter, 'Fn::Split'));
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(argument, scope).map(String);
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::If': (argument, scope) => {
    if (!Array.isArray(argument)) throw new TemplateError('Fn::If wants a list of three');
    const chosen: unknown = argument[scope.condition(text(argument[0], 'Fn::If')) ? 1 : 2];
    return resolve(chosen, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [one, other] = list(argument, scope);
    return JSON.stringify(one) === JSON.stringify(other);
  },
  'Fn::And': (argument, scope) => list(argument, scope).every((item) => truth(item, scope)),
  'Fn::Or': (argument, scope) => list(argument, scope).some((item) => truth(item, scope)),
  'Fn::Not': (argument, scope) => !list(argument, scope).every((item) => truth(item, scope)),
};

/** A condition function gives a boolean; `{"Condition": NAME}` stays an object until here. */
function truth(item: unknown, scope: Scope): boolean {
  if (typeof item === 'boolean') return item;
  if (typeof item === 'object' && item !== null && 'Condition' in item) {
    return scope.condition(text(item.Condition, 'Condition'));
  }
  throw new TemplateError('a condition wants a condition function');
}

function substitute(argument: unknown, scope: Scope): string {
  const [pattern, own] = typeof argument === 'string' ? [argument, {}] : list(argument, scope);
  const variables = new Map(Object.entries(typeof own === 'object' && own !== null ? own : {}));
  return text(pattern, 'Fn::Sub').replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (variables.has(name)) return String(variables.get(name));
    const [logicalId = '', attribute] = name.split(/\.(.*)/s);
    return String(
      attribute === undefined ? scope.ref(name) : scope.attribute(logicalId, attribute),
    );
  });
}

function list(value: unknown, scope: Scope): readonly unknown[] {
  const resolved = resolve(value, scope);
  if (Array.isArray(resolved)) return resolved;
  throw new TemplateError('an intrinsic function wants a list');
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw new TemplateError(`${where} wants a text, not ${JSON.stringify(value)}`);
}
