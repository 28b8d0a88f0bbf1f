import type { Mistake } from '../problems/problems.ts';
import { alertSeverities, type Protocol, type Severity } from '../schema/audience-schema.ts';
import type { AudienceField, ReadableConfig, ReadableSubscription } from './readable-config.ts';

/**
 * What reaches a person who can act: a mailbox, and an address of a pager or of a service that
 * opens incidents. Queues and JSON mail are read by programs. Text messages come on top: SNS drops
 * them without a word in its sandbox, beyond the spending limit and without an origination identity.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html
 */
const reachesPeople: Readonly<Record<Protocol, boolean>> = {
  email: true,
  https: true,
  'email-json': false,
  sms: false,
  sqs: false,
};
const protocolsOfPeople = '"protocol": "email" or "https"';

/** The least severe of what must reach a person: every use of root that is not routine. */
const mustArrive: Severity = 'high';

/** Alerts, or news of a broken monitor, that would reach nobody. */
export function audienceMistakes(field: AudienceField, config: ReadableConfig): readonly Mistake[] {
  return field === 'alerts' ? alertMistakes(config) : operationsMistakes(config);
}

function alertMistakes({ alerts, chat }: ReadableConfig): Mistake[] {
  const people = peopleOf(alerts);
  if (chat !== undefined || people === undefined) return [];
  const path = ['alerts', 'subscriptions'];
  if (people.length === 0) {
    const wanted = `somebody who is told about root activity: ${protocolsOfPeople}, or a "chat"`;
    return [{ path, found: insteadOfPeople(alerts), wanted }];
  }
  const isEnough = people.some(({ minimumSeverity }) => includes(minimumSeverity, mustArrive));
  if (isEnough) return [];
  return [
    {
      path,
      found: `nobody who gets alerts of the severity "${mustArrive}", such as a root sign-in with MFA`,
      wanted: `at least one of ${protocolsOfPeople} with "minimumSeverity" "${mustArrive}" or lower, or a "chat"`,
    },
  ];
}

function operationsMistakes({ operations }: ReadableConfig): Mistake[] {
  if (peopleOf(operations)?.length !== 0) return [];
  return [
    {
      path: ['operations', 'subscriptions'],
      found: insteadOfPeople(operations),
      wanted: `somebody who is told when the monitor itself fails: ${protocolsOfPeople}`,
    },
  ];
}

/** Undefined where a subscription cannot be read: what is wrong with it is said already. */
function peopleOf(
  audience: ReadableConfig[AudienceField],
): readonly ReadableSubscription[] | undefined {
  const all = audience?.subscriptions;
  if (all === undefined || all.includes(undefined)) return undefined;
  return all.filter((one) => one !== undefined).filter(({ protocol }) => reachesPeople[protocol]);
}

function insteadOfPeople(audience: ReadableConfig[AudienceField]): string {
  const others = new Set(audience?.subscriptions.flatMap((one) => one?.protocol ?? []));
  if (others.size === 0) return 'nobody';
  const names = [...others].join(', ');
  return others.has('sms')
    ? `only ${names}, and SNS drops text messages silently in its sandbox and beyond its spending limit`
    : `only ${names}, which programs read`;
}

function includes(minimum: Severity, severity: Severity): boolean {
  return alertSeverities.indexOf(minimum) >= alertSeverities.indexOf(severity);
}
