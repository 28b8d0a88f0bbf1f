import { accountLabel } from '../activity/activity.ts';
import type { Finding } from '../detections/finding.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import { factLine, plain } from './chat-text.ts';
import type { Content } from './content.ts';
import { cutToBytes } from './text.ts';

/** What a chat message says; texts that are too long are cut. */
interface ChatParts {
  readonly id?: string;
  readonly title: string;
  /** Lines that are safe to show in a chat. */
  readonly description: readonly string[];
  readonly steps: readonly string[];
  readonly severity: Severity;
  readonly detection: string;
  readonly accountId: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * A custom notification of Amazon Q Developer in chat applications, as JSON, within its limits:
 * title 250 characters, description 8,000, each next step 350, each keyword 75.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export function chatNotification(parts: ChatParts): string {
  return JSON.stringify({
    version: '1.0',
    source: 'custom',
    id: parts.id,
    content: {
      textType: 'client-markdown',
      title: cutToBytes(plain(parts.title), 250),
      description: cutToBytes(parts.description.join('\n'), 8000),
      nextSteps: parts.steps.map((step) => cutToBytes(plain(step), 350)),
      keywords: ['root', parts.severity, parts.detection],
    },
    metadata: {
      threadId: `root-${parts.accountId}`,
      eventType: 'root-activity',
      enableCustomActions: false,
      ...parts.metadata,
    },
  });
}

/** The alert about a finding for a chat. */
export function alertChat({ activity, detection, severity }: Finding, content: Content): string {
  const { accountId, eventId, partition, simulated } = activity;
  const { facts, link, remarks, warnings } = content;
  const title = `${simulated ? 'SIMULATION: ' : ''}${severity.toUpperCase()}: ${detection.title(activity)}`;
  return chatNotification({
    id: eventId,
    title: `${title} - ${accountLabel(activity)}`,
    description: [
      ...warnings.map(plain),
      plain(detection.summary(activity)),
      ...remarks.map(plain),
      ...facts.map(factLine),
      ...(link === undefined ? [] : [`Event: ${link}`]),
    ],
    steps: detection.steps(activity),
    severity,
    detection: detection.id,
    accountId,
    metadata: {
      summary: cutToBytes(plain(title), 250),
      relatedResources: accountId === 'unknown' ? [] : [`arn:${partition}:iam::${accountId}:root`],
      additionalContext: { severity, detection: detection.id, eventId },
    },
  });
}
