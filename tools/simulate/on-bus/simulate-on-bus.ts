import { DescribeEventBusCommand } from '@aws-sdk/client-eventbridge';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Move } from '../input/move-event.ts';
import { askUser } from './ask-user.ts';
import { UsageError, UserError } from '@root-activity-monitor/command-line';
import {
  callAws,
  type CallerIdentity,
  callerIdentity,
  type Clients,
  clientsOf,
  closeClients,
  type Credentials,
  isMissing,
} from '@root-activity-monitor/command-line/aws';
import { readBusArn, type BusArn } from './bus-arn.ts';
import { sendAndConfirm, type Report } from './send-and-confirm.ts';
import { sendingOf, type Simulated } from './simulation-entry.ts';

export interface BusOptions {
  /** The ARN of the central event bus, as the user gave it. */
  readonly bus: string;
  /** An emulator; undefined is AWS. */
  readonly endpointUrl: string | undefined;
  /** @default - what the AWS CLI would use */
  readonly credentials?: Credentials | undefined;
  /** Sends without asking. */
  readonly yes: boolean;
  /** Whether to wait for the alerts. */
  readonly wait: boolean;
  /** @default 120, for cold starts and what the queue holds already */
  readonly waitSeconds?: number;
  readonly json: boolean;
  readonly events: readonly Simulated[];
  readonly move: Move;
}

export interface BusContext {
  readonly write: (line: string) => void;
  readonly warn: (line: string) => void;
  /** Ends the run early; it then tidies up. */
  readonly signal: AbortSignal;
  /** @default - asks on the terminal */
  readonly ask?: (question: string, signal: AbortSignal) => Promise<boolean>;
}

/**
 * Puts simulations on the central event bus of a deployed hub and, with `wait`, confirms that their
 * alerts come out of the alert topic.
 *
 * @returns the exit status: 0 as expected, 1 not as expected or AWS refused, 2 wrong usage,
 * 130 where the run was ended early
 */
export async function simulateOnBus(options: BusOptions, context: BusContext): Promise<number> {
  const { write, warn, signal, ask = askUser } = context;
  let clients: Clients | undefined;
  try {
    const bus = readBusArn(options.bus);
    clients = clientsOf({
      region: bus.region,
      endpointUrl: options.endpointUrl,
      credentials: options.credentials,
    });
    const caller = await callerIdentity(clients);
    const problem = accountProblem(caller, bus);
    if (problem !== undefined) return refuse(context, problem, 1);
    await assertBusExists(clients, bus);
    announce(options, bus, caller, context);
    if (!options.yes && !(await ask('Send?', signal))) {
      return refuse(context, 'Nothing was sent.', signal.aborted ? 130 : 1);
    }
    const sendings = options.events.map((event) =>
      sendingOf(event, bus.arn, options.move, new Date()),
    );
    const report: Report = { write, warn, json: options.json };
    const { wait, waitSeconds = 120 } = options;
    const status = await sendAndConfirm(clients, sendings, { wait, waitSeconds, report, signal });
    return signal.aborted ? 130 : status;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refuse(
      context,
      error.message,
      signal.aborted ? 130 : error instanceof UsageError ? 2 : 1,
    );
  } finally {
    if (clients !== undefined) closeClients(clients);
  }
}

function refuse({ warn }: BusContext, why: string, status: number): number {
  warn(escapeForTerminal(why, { keepLines: true }));
  return status;
}

/** The rule for simulations takes what the hub account itself sends, and nothing else. */
function accountProblem({ account, arn }: CallerIdentity, bus: BusArn): string | undefined {
  if (account === bus.account) return undefined;
  return [
    `These are credentials of account ${account} (${arn}); the bus is in ${bus.account}.`,
    'The hub takes simulations from its own account only, so that this one would never arrive. Sign in to the hub account and run this again.',
  ].join('\n');
}

/** PutEvents answers a bus that is not there with success, and drops the events. */
async function assertBusExists({ events, endpointUrl }: Clients, bus: BusArn): Promise<void> {
  const purpose = { to: 'look at the event bus', needs: 'events:DescribeEventBus', endpointUrl };
  await callAws(purpose, () =>
    events.send(new DescribeEventBusCommand({ Name: bus.name })).catch((cause: unknown) => {
      if (!isMissing(cause)) throw cause;
      throw new UserError(
        `There is no event bus ${bus.name} in account ${bus.account}, ${bus.region}. The hub stack has the right ARN in its output CentralEventBusArn.`,
        { cause },
      );
    }),
  );
}

function announce(
  options: BusOptions,
  bus: BusArn,
  caller: CallerIdentity,
  { warn }: BusContext,
): void {
  const count = options.events.length;
  const lines = [
    `${count} ${count === 1 ? 'simulation' : 'simulations'}: ${options.events
      .slice(0, 5)
      .map(({ label }) => label)
      .join(', ')}${count > 5 ? ', …' : ''}`,
    `  account   ${bus.account}`,
    `  Region    ${bus.region}`,
    `  identity  ${caller.arn}`,
    `  bus       ${bus.arn}`,
    ...(options.endpointUrl === undefined ? [] : [`  endpoint  ${options.endpointUrl}`]),
    'Everybody who is subscribed to the alert topic will be told, with [SIMULATION] in the subject.',
  ];
  for (const line of lines) warn(escapeForTerminal(line));
}
