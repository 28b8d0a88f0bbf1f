import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { putByCustomer } from '../aws/events/put-events.ts';
import { moveEvent } from '../input/move-event.ts';
import { partitionOf, type Place } from '../cloudformation/place.ts';
import type { EventResult, PlannedEvent } from '../trace/result.ts';
import { Trace, type StageListener } from '../trace/trace.ts';
import { administrator, type Sender } from './central-bus-policy.ts';
import { travelToCentralBus } from './central-road.ts';
import { reportNotified, type Notified } from './notifier-road.ts';
import { travelToQueue, type Queued } from './notification-road.ts';
import { deployOrganization, FOREIGN_ORGANIZATION, type Templates } from './organization.ts';
import { HubRuntime } from './hub-runtime.ts';
import { travelSpoke } from './spoke-road.ts';

export interface SimulationOptions {
  /** How long SNS takes to answer, in milliseconds. */
  readonly snsDelay?: number;
}

/** An event that is in the queue, or whose way has ended already. */
interface Underway {
  readonly planned: PlannedEvent;
  readonly event: EventEnvelope;
  readonly trace: Trace;
  readonly hub: HubRuntime;
  readonly queued: readonly Queued[];
  readonly ended?: Pick<Notified, 'outcome' | 'asDesigned'>;
}

/** AWS between the templates: plays events from where they are recorded to the mail. */
export class Simulation {
  readonly #templates: Templates;
  readonly #options: SimulationOptions;
  readonly #hubs = new Map<string, HubRuntime>();

  constructor(templates: Templates, options: SimulationOptions = {}) {
    this.#templates = templates;
    this.#options = options;
  }

  /**
   * Plays events together: those that are forwarded share the notifier's batches.
   *
   * @param listener hears of each stage at once; sensible for a single event
   * @throws TemplateError where a template cannot be understood
   */
  async play(
    planned: readonly PlannedEvent[],
    listener?: StageListener,
  ): Promise<readonly EventResult[]> {
    const underway = planned.map((one) => this.#send(one, new Trace(listener)));
    for (const hub of this.#hubs.values()) await hub.drain();
    return underway.map((one) => this.#report(one));
  }

  /** Starts afresh: nothing that was played before counts for what comes. */
  async forget(): Promise<void> {
    await Promise.all([...this.#hubs.values()].map((hub) => hub.forget()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hubs.values()].map((hub) => hub.close()));
  }

  #hubIn(partition: string): HubRuntime {
    const known = this.#hubs.get(partition);
    if (known !== undefined) return known;
    const organization = deployOrganization(this.#templates, partition);
    const { assets } = this.#templates.hub;
    const made = new HubRuntime(organization, { assets, ...this.#options });
    this.#hubs.set(partition, made);
    return made;
  }

  #send(planned: PlannedEvent, trace: Trace): Underway {
    const hub = this.#hubIn(partitionOf(planned.envelope.region));
    const place = hub.organization.hub.place;
    const { via, malformed } = planned;
    const event = startingPoint(planned, place);
    const underway = { planned, event, trace, hub, queued: [] };
    if (malformed !== undefined) {
      trace.pass(
        'default-bus',
        `${malformed}: no rule could see it; the notifier gets it directly`,
      );
      return { ...underway, queued: hub.enqueue(event) };
    }
    const arrived = this.#toCentralBus(planned, event, hub, trace);
    if (arrived !== undefined) return { ...underway, ended: arrived };
    const queued = travelToQueue(hub.organization, (arn) => hub.queue(arn), event, trace);
    if (queued.length > 0) return { ...underway, queued };
    const forged = via === 'put-events-central-bus';
    return { ...underway, ended: { outcome: forged ? 'rejected' : 'failed', asDesigned: forged } };
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
      const end = travelSpoke(organization.spoke(event.account, event.region), event, via, trace);
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

  #report({ planned, event, trace, hub, queued, ended }: Underway): EventResult {
    const base = { planned, event };
    if (ended !== undefined) return { ...base, ...ended, stages: trace.stages, mails: [] };
    const [first] = queued;
    const fault = first === undefined ? 'it is in no queue' : hub.faultOf(first.queue);
    if (first === undefined || fault !== undefined) {
      trace.stop('notifier', `${fault ?? ''}: the event waits in the queue until it expires`);
      return { ...base, outcome: 'failed', asDesigned: false, stages: trace.stages, mails: [] };
    }
    const reports = queued.map(({ message }) =>
      reportNotified(hub.attemptOn(message.messageId), hub.topics, hub.chatTopicArn, trace),
    );
    const [report] = reports;
    const outcome = report?.outcome ?? 'failed';
    return {
      ...base,
      asDesigned: false,
      ...report,
      outcome,
      stages: trace.stages,
      mails: reports.flatMap(({ mails }) => mails),
    };
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
