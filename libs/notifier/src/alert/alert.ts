import type { Finding } from '../detections/finding.ts';
import type { AlertContext } from '../session/alert-context.ts';
import { alertChat } from './chat.ts';
import { contentOf } from './content.ts';
import { mailBody } from './mail.ts';
import type { Notification } from './notification.ts';
import { shortMessage, subjectLine } from './subject.ts';

/**
 * The alert about a finding, in every format.
 *
 * @param context where it stands in its session; `unknown` when the state cannot be reached
 */
export function formatAlert(finding: Finding, context?: AlertContext | 'unknown'): Notification {
  const { activity, detection, severity } = finding;
  const content = contentOf(finding, context);
  return {
    subject: subjectLine(finding),
    mail: mailBody(finding, content),
    sms: shortMessage(finding),
    chat: alertChat(finding, content),
    attributes: {
      severity,
      detection: detection.id,
      accountId: activity.accountId,
      region: activity.region,
      simulated: activity.simulated ? 'true' : 'false',
      recordedIn: activity.recordedIn,
      eventId: activity.eventId,
    },
  };
}
