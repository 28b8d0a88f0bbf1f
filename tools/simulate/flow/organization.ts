import {
  arnIn,
  deployStack,
  parseTemplate,
  partitionOf,
  type Place,
  type Stack,
  type SynthesizedStack,
  type Template,
} from '@root-activity-monitor/local-aws/cloudformation';
import { eventBuses, type EventBus } from '@root-activity-monitor/local-aws/events';
import type { Rollout, SpokeTemplate } from './rollout.ts';
import { whyNotWatched } from './watched.ts';

/** What is simulated: hub and rollout as they were synthesized, and whose they are. */
export interface Templates {
  readonly hub: SynthesizedStack;
  readonly rollout: Rollout;
  readonly organizationId: string;
}

/** An organization that no bus policy of ours names. */
export const FOREIGN_ORGANIZATION = 'o-anotherorg99';

const SPOKE_STACK = 'RootActivityMonitorSpoke';
const CENTRAL_EVENT_BUS = 'root-activity';

/** The spoke of an account and Region, and why it is not there; undefined when it is. */
export interface DeployedSpoke {
  readonly stack: Stack;
  readonly missing: string | undefined;
}

/** The hub of one partition, deployed on paper, and the spokes that forward to it. */
export interface Organization {
  readonly id: string;
  readonly hub: Stack;
  /** Undefined when the template has none. */
  readonly centralBus: EventBus | undefined;
  readonly centralBusArn: string;
  /**
   * The spoke of an account and Region. Where the rollout does not reach it is the one that a
   * rollout there would bring, with the reason why it is missing.
   *
   * @throws TemplateError
   */
  spoke(account: string, region: string): DeployedSpoke;
}

/**
 * Deploys the hub, in its own Region or, for events of another partition, as it would be there: an
 * organization never spans partitions.
 *
 * @throws TemplateError
 */
export function deployOrganization(templates: Templates, partition: string): Organization {
  const { hub: synthesized, rollout, organizationId } = templates;
  const { stackName, account } = synthesized;
  const region = regionIn(partition, synthesized.region);
  const place: Place = { stackName, account, region };
  const move = (text: string) => movedText(text, synthesized.region, region);
  const hub = deployStack(moved(synthesized, region), place);
  const centralBus = eventBuses(hub).at(0);
  const centralBusArn = centralBus?.arn ?? arnIn(place, 'events', `event-bus/${CENTRAL_EVENT_BUS}`);
  const spokes = new Map<string, DeployedSpoke>();
  return {
    id: organizationId,
    hub,
    centralBus,
    centralBusArn,
    spoke: (spokeAccount, spokeRegion) => {
      const key = `${spokeAccount}/${spokeRegion}`;
      const known = spokes.get(key);
      if (known !== undefined) return known;
      const { template, parameters } = spokeTemplateFor(rollout, spokeAccount, spokeRegion);
      const stack = deployStack(
        template,
        { stackName: SPOKE_STACK, account: spokeAccount, region: spokeRegion },
        Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, move(value)])),
      );
      const missing = whyNotWatched(rollout, spokeAccount, spokeRegion, synthesized.region);
      const spoke = { stack, missing };
      spokes.set(key, spoke);
      return spoke;
    },
  };
}

/** The template that is rolled out there or, where none is, the one that would be. */
function spokeTemplateFor(
  { members, own }: Rollout,
  account: string,
  region: string,
): SpokeTemplate {
  const found =
    own.find((spoke) => spoke.account === account && spoke.region === region) ??
    members.find(({ regions }) => regions.has(region)) ??
    members[0];
  if (found === undefined) throw new Error('a rollout has at least one StackSet');
  return found;
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
  return parseTemplate(JSON.parse(movedText(JSON.stringify(template), region, target)), stackName);
}

function movedText(text: string, from: string, to: string): string {
  return text
    .replaceAll(from, to)
    .replaceAll(`arn:${partitionOf(from)}:`, `arn:${partitionOf(to)}:`);
}
