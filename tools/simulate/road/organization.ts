import { arnIn, partitionOf, type Place } from '../cloudformation/place.ts';
import { deployStack, type Stack } from '../cloudformation/stack.ts';
import { parseTemplate, type Template } from '../cloudformation/template.ts';
import type { SynthesizedStack } from '../cloudformation/assembly.ts';
import { eventBuses, type EventBus } from '../aws/events/event-bus.ts';

/** What is simulated: the two templates as they were synthesized, and whose they are. */
export interface Templates {
  readonly hub: SynthesizedStack;
  readonly spoke: Template;
  readonly organizationId: string;
}

/** An organization that no bus policy of ours names. */
export const FOREIGN_ORGANIZATION = 'o-anotherorg99';

const SPOKE_STACK = 'RootActivityMonitorSpoke';
const CENTRAL_EVENT_BUS = 'root-activity';

/** The hub of one partition, deployed on paper, and the spokes that forward to it. */
export interface Organization {
  readonly id: string;
  readonly hub: Stack;
  /** Undefined when the template has none. */
  readonly centralBus: EventBus | undefined;
  readonly centralBusArn: string;
  /** The spoke stack of an account and Region. @throws TemplateError */
  spoke(account: string, region: string): Stack;
}

/**
 * Deploys the hub, in its own Region or, for events of another partition, as it would be there: an
 * organization never spans partitions.
 *
 * @throws TemplateError
 */
export function deployOrganization(templates: Templates, partition: string): Organization {
  const { hub: synthesized, spoke: spokeTemplate, organizationId } = templates;
  const { stackName, account } = synthesized;
  const region = regionIn(partition, synthesized.region);
  const place: Place = { stackName, account, region };
  const hub = deployStack(moved(synthesized, region), place);
  const centralBus = eventBuses(hub).at(0);
  const centralBusArn = centralBus?.arn ?? arnIn(place, 'events', `event-bus/${CENTRAL_EVENT_BUS}`);
  const spokes = new Map<string, Stack>();
  return {
    id: organizationId,
    hub,
    centralBus,
    centralBusArn,
    spoke: (spokeAccount, spokeRegion) => {
      const key = `${spokeAccount}/${spokeRegion}`;
      const known = spokes.get(key);
      if (known !== undefined) return known;
      const stack = deployStack(
        spokeTemplate,
        { stackName: SPOKE_STACK, account: spokeAccount, region: spokeRegion },
        { CentralEventBusArn: centralBusArn },
      );
      spokes.set(key, stack);
      return stack;
    },
  };
}

const homeRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
  'aws-eusc': 'eusc-de-east-1',
};

function regionIn(partition: string, own: string): string {
  return partitionOf(own) === partition ? own : (homeRegions[partition] ?? own);
}

/** The template with the Region (and partition) that it names in words changed. */
function moved({ template, region, stackName }: SynthesizedStack, target: string): Template {
  if (region === target) return template;
  const text = JSON.stringify(template)
    .replaceAll(region, target)
    .replaceAll(`arn:${partitionOf(region)}:`, `arn:${partitionOf(target)}:`);
  return parseTemplate(JSON.parse(text), stackName);
}
