import type { Finding } from '../detect.ts';
import type { AlertContext } from '../session/alert-context.ts';
import type { Severity } from '../severity.ts';
import { chatMessage } from './chat.ts';
import { mailBody } from './mail.ts';
import { shortMessage } from './sms.ts';
import { subjectLine } from './subject.ts';

/** What subscriptions filter on: always all of them, for a missing one means no delivery. */
export interface AlertAttributes {
  readonly severity: Severity;
  readonly detection: string;
  readonly accountId: string;
  readonly region: string;
  readonly simulated: 'true' | 'false';
}

/** A message about a finding, ready for SNS. */
export interface Alert {
  /** Printable ASCII, 1 to 99 characters. */
  readonly subject: string;
  /** Plain text for a mail client. */
  readonly mail: string;
  /** One line of ASCII, at most 140 characters: one part of a text message. */
  readonly sms: string;
  /** An Amazon Q Developer custom notification, as JSON. */
  readonly chat: string;
  readonly attributes: AlertAttributes;
}

/**
 * The message about a finding.
 *
 * @param context where it stands in its session; `unknown` when the state cannot be reached
 */
export function alertOf(finding: Finding, context?: AlertContext | 'unknown'): Alert {
  const { activity, detection, severity } = finding;
  return {
    subject: subjectLine(finding),
    mail: mailBody(finding, context),
    sms: shortMessage(finding),
    chat: JSON.stringify(chatMessage(finding, context)),
    attributes: {
      severity,
      detection: detection.id,
      accountId: activity.accountId,
      region: activity.region,
      simulated: activity.simulated ? 'true' : 'false',
    },
  };
}
