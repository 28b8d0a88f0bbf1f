import type { Template } from '@root-activity-monitor/local-aws/cloudformation';
import type { Templates } from '../flow/organization.ts';

export interface Edit {
  readonly in: 'hub' | 'spoke';
  readonly type: string;
  /** Part of the logical ID, where the template has several of the type. */
  readonly id?: string;
  /** Below `Properties`; without it the whole resource goes. */
  readonly path?: string;
  /** Undefined removes what is there. */
  readonly to?: unknown;
}

/** The templates with some things changed; throws when there is nothing to change. */
export function edited(templates: Templates, ...edits: readonly Edit[]): Templates {
  const copy = {
    hub: structuredClone(templates.hub.template) as Template,
    spoke: structuredClone(templates.rollout.members[0]!.template) as Template,
  };
  for (const edit of edits) {
    const { Resources } = copy[edit.in];
    const [logicalId, resource] =
      Object.entries(Resources).find(
        ([id, { Type }]) => Type === edit.type && id.includes(edit.id ?? ''),
      ) ?? [];
    if (logicalId === undefined || resource === undefined) {
      throw new Error(`the ${edit.in} template has no ${edit.type} ${edit.id ?? ''}`);
    }
    if (edit.path === undefined) Reflect.deleteProperty(Resources, logicalId);
    else setAt(resource.Properties, edit.path.split('.'), edit.to);
  }
  const { rollout } = templates;
  return {
    ...templates,
    hub: { ...templates.hub, template: copy.hub },
    rollout: {
      ...rollout,
      members: rollout.members.map((spokes) => ({ ...spokes, template: copy.spoke })),
    },
  };
}

function setAt(target: Record<string, unknown>, path: readonly string[], to: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) return setAt(target[key] as Record<string, unknown>, rest, to);
  if (JSON.stringify(target[key]) === JSON.stringify(to)) throw new Error(`${key} is that already`);
  if (to === undefined) Reflect.deleteProperty(target, key);
  else target[key] = to;
}
