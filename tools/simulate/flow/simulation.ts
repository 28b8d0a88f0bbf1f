import type { EventEnvelope, EventPattern } from '@root-activity-monitor/event-schema';
import { putByCustomer, rulesOn } from '@root-activity-monitor/local-aws/events';
import { VirtualClock } from '@root-activity-monitor/local-aws';
import { happenedAt } from '../input/happened-at.ts';
import { moveEvent } from '../input/move-event.ts';
import { partitionOf, type Place } from '@root-activity-monitor/local-aws/cloudformation';
import type { EventResult, PlannedEvent } from '../trace/result.ts';
import { Trace, type StageListener } from '../trace/trace.ts';
import { administrator, type Sender } from './central-bus-policy.ts';
import { travelToCentralBus } from './central-bus.ts';
import { travelToQueue } from './notification-rules.ts';
import { deployOrganization, FOREIGN_ORGANIZATION, type Templates } from './organization.ts';
import { HubRuntime } from './hub-runtime.ts';
import { travelSpoke } from './spoke.ts';
import { Timeline, type Told } from './timeline.ts';
import type { Underway } from './in-flight.ts';

export interface SimulationOptions {
  /** How long SNS takes to answer, in milliseconds. */
  readonly snsDelay?: number;
  /**
   * Whether every account and Region has a spoke, whatever the rollout says: for what is about
   * patterns and detections, not about one deployment.
   */
  readonly watchEverywhere?: boolean;
}

/** AWS between the templates: plays events from where they are recorded to who is told. */
export class Simulation {
  readonly #templates: Templates;
  readonly #options: SimulationOptions;
  readonly #clock = new VirtualClock();
  readonly #hubs = new Map<string, HubRuntime>();
  #fresh = true;

  constructor(templates: Templates, options: SimulationOptions = {}) {
    this.#templates = templates;
    this.#options = options;
  }

  /**
   * Plays events at their own time, without the digests that would follow.
   *
   * @param listener hears of each stage at once; sensible for a single event
   * @returns the results in the order in which the events were given
   * @throws TemplateError where a template cannot be understood
   */
  async play(
    planned: readonly PlannedEvent[],
    listener?: StageListener,
  ): Promise<readonly EventResult[]> {
    const underway = planned.map((one) => this.send(one, listener));
    const results = new Map<PlannedEvent, EventResult>();
    const tell = (told: Told) => {
      if (told.kind === 'event') results.set(told.result.planned, told.result);
    };
    await this.#run(underway, tell, false);
    return planned.flatMap((one) => results.get(one) ?? []);
  }

  /**
   * Plays events that were sent, at their own time and in its order, until the last digest is out.
   *
   * @param tell hears of each event and each digest, in the order in which they happen
   */
  async playOn(underway: readonly Underway[], tell: (told: Told) => void): Promise<void> {
    await this.#run(underway, tell, true);
  }

  /** What the forwarding rules take, in the hub's own account and Region. */
  forwardingPatterns(): readonly EventPattern[] {
    const { account, region } = this.#templates.hub;
    const { stack } = this.#hubIn(partitionOf(region)).organization.spoke(account, region);
    return rulesOn(stack, 'default').map(({ pattern }) => pattern);
  }

  /** Starts afresh: nothing that was played before counts for what comes. */
  async forget(): Promise<void> {
    this.#fresh = true;
    await Promise.all([...this.#hubs.values()].map((hub) => hub.forget()));
  }

  /** Ends what runs; whoever plays on gets an error. */
  async close(): Promise<void> {
    await Promise.all([...this.#hubs.values()].map((hub) => hub.close()));
  }

  /**
   * Leads an event as far as the notification queue: what decides that does not depend on time.
   *
   * @throws TemplateError where a template cannot be understood
   */
  send(planned: PlannedEvent, listener?: StageListener): Underway {
    const trace = new Trace(listener);
    const hub = this.#hubIn(partitionOf(planned.envelope.region));
    const place = hub.organization.hub.place;
    const { via, malformed } = planned;
    const event = startingPoint(planned, place);
    const at = happenedAt(event) ?? planned.at ?? this.#clock.now();
    const underway = { planned, event, at, trace, hub, queues: [] };
    if (malformed !== undefined) {
      trace.pass(
        'default-bus',
        `${malformed}: no rule could see it; the notifier gets it directly`,
      );
      const queue = hub.notificationQueue;
      return { ...underway, queues: queue === undefined ? [] : [queue] };
    }
    const arrived = this.#toCentralBus(planned, event, hub, trace);
    if (arrived !== undefined) return { ...underway, ended: arrived };
    const queues = travelToQueue(hub.organization, (arn) => hub.queue(arn), event, trace);
    if (queues.length > 0) return { ...underway, queues };
    const forged = via === 'put-events-central-bus';
    return { ...underway, ended: { outcome: forged ? 'rejected' : 'failed', asDesigned: forged } };
  }

  async #run(
    underway: readonly Underway[],
    tell: (told: Told) => void,
    digests: boolean,
  ): Promise<void> {
    const sorted = underway.toSorted((one, other) => one.at - other.at);
    const [first] = sorted;
    if (first === undefined) return;
    if (this.#fresh) this.#clock.startAt(first.at);
    this.#fresh = false;
    await new Timeline(this.#hubs.values(), this.#clock, tell, digests).run(sorted);
  }

  #hubIn(partition: string): HubRuntime {
    const known = this.#hubs.get(partition);
    if (known !== undefined) return known;
    const organization = deployOrganization(this.#templates, partition);
    const { assets } = this.#templates.hub;
    const made = new HubRuntime(organization, { assets, ...this.#options }, this.#clock);
    this.#hubs.set(partition, made);
    return made;
  }

  /** Undefined when the event is on the central event bus, else how its way ended. */
  #toCentralBus(
    { via }: PlannedEvent,
    event: EventEnvelope,
    { organization }: HubRuntime,
    trace: Trace,
  ): Underway['ended'] {
    if (via === 'replay') {
      if (organization.centralBus?.archived !== true) {
        trace.stop('central-bus', 'no archive of the central event bus could send it again');
        return { outcome: 'failed', asDesigned: false };
      }
      trace.pass(
        'central-bus',
        `the archive sends it again, replay ${event['replay-name'] ?? 'without a name'}`,
      );
      return undefined;
    }
    const organizationId = via === 'outside-organization' ? FOREIGN_ORGANIZATION : organization.id;
    let sender: Sender = administrator(event.account, partitionOf(event.region), organizationId);
    let busArn = organization.centralBusArn;
    if (via !== 'put-events-central-bus' && via !== 'simulation') {
      const { stack, missing } = organization.spoke(event.account, event.region);
      const everywhere = this.#options.watchEverywhere === true || via === 'outside-organization';
      const spoke = { stack, missing: everywhere ? undefined : missing };
      const end = travelSpoke(spoke, event, via, trace);
      if (!('delivered' in end)) return end;
      const { role, rule } = end.delivered;
      busArn = end.delivered.busArn;
      sender = { ...role, organizationId, ruleArn: rule.arn };
    }
    if (travelToCentralBus(organization, sender, busArn, event, trace)) return undefined;
    const refused = trace.stoppedAt?.name === 'central-bus-policy' || sender.ruleArn === undefined;
    const designed = via === 'put-events-central-bus' || via === 'outside-organization';
    return { outcome: refused ? 'rejected' : 'failed', asDesigned: refused && designed };
  }
}

const FOREIGN_ACCOUNT = '999999999999';

/**
 * The event where it enters AWS: the hub account itself puts a simulation, in its Region, and is
 * never outside the organization.
 */
function startingPoint({ envelope, via }: PlannedEvent, hub: Place): EventEnvelope {
  if (via === 'simulation') return putByCustomer(envelope, hub.account, hub.region);
  const foreign = via === 'outside-organization' && envelope.account === hub.account;
  return foreign ? moveEvent(envelope, { account: FOREIGN_ACCOUNT }) : envelope;
}
