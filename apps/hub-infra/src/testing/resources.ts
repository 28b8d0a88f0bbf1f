import type { Template } from 'aws-cdk-lib/assertions';

export interface FoundResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface TemplateJson {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
  >;
}

/** The resources of a template whose type begins so. */
export function resourcesOf(template: Template, typePrefix: string): readonly FoundResource[] {
  const { Resources } = template.toJSON() as TemplateJson;
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith(typePrefix))
    .map(([id, { Type, Properties = {} }]) => ({ id, type: Type, properties: Properties }));
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Every policy statement within a value, at whatever depth. */
export function statementsIn(value: unknown): readonly Statement[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Effect' in value && 'Action' in value ? [value as Statement] : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
}

/** The logical IDs that a value refers to. */
export function refersTo(value: unknown): readonly string[] {
  const json = JSON.stringify(value ?? null);
  return [...json.matchAll(/"(?:Ref|Fn::GetAtt)":\[?"([^"]+)"/g)].map(([, id = '']) => id);
}
