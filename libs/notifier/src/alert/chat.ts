import { accountLabel } from '../activity/activity.ts';
import { asWritten } from '../activity/defang.ts';
import type { Finding } from '../detect.ts';
import type { AlertContext } from '../session/alert-context.ts';
import { consoleLink } from './console-link.ts';
import { cutToBytes } from './cut.ts';
import { factsOf, type Fact } from './facts.ts';
import { sessionFacts } from './session-facts.ts';
import { deliveryNotes, simulationNotes } from './notes.ts';

/** Characters that mean something in chat markdown, and look-alikes that do not. */
const lookAlikes: Readonly<Record<string, string>> = {
  '*': '\uFF0A',
  _: '\uFF3F',
  '~': '\uFF5E',
  '`': '\uFF40',
  '|': '\uFF5C',
  '#': '\uFF03',
  '[': '\uFF3B',
  ']': '\uFF3D',
  '!': '\uFF01',
  '\\': '\uFF3C',
};

/**
 * Text that a chat shows as it is, without mark-up. Backticks never come from an event (see
 * `harmless`): what stands between them is our own text to be copied, which a chat shows as it is.
 */
export function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutMarkup(part)))
    .join('');
}

/** Facts that hold names of AWS, to be copied into CloudTrail or IAM. */
const copied = new Set([
  'Account',
  'Recorded in',
  'Who',
  'From',
  'Access key',
  'MFA',
  'Call',
  'What',
  'Asked for',
  'Region',
]);

/**
 * A fact whose names can be copied: what has the form of a name stands in a code span as AWS wrote
 * it, the rest is plain. Not every chat knows code spans, so nothing goes into one that would do
 * something outside.
 */
function factLine([label, value]: Fact): string {
  return `*${label}:* ${
    copied.has(label)
      ? value
          .split(/(, | )/)
          .map(copyable)
          .join('')
      : plain(value)
  }`;
}

/** Names with a character that `plain` or `harmless` replaces. */
function copyable(word: string): string {
  const written = asWritten(word);
  const needsSpan = written !== word || plain(word) !== word;
  return needsSpan && nameForm.test(written) && !written.includes('://')
    ? `\`${written}\``
    : plain(word);
}

/** An ARN, a user or session name, an address; a mention or a link has another form. */
const nameForm = /^\w[\w+=,.@:/-]*$/;

function withoutMarkup(text: string): string {
  return text.replace(/[*_~`|#[\]!\\]/g, (character) => lookAlikes[character] ?? character);
}

/**
 * A custom notification of Amazon Q Developer in chat applications, within its limits: title 250
 * characters, description 8,000, each next step 350, each keyword 75.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export function chatMessage(finding: Finding, context?: AlertContext | 'unknown') {
  const { activity, detection, severity } = finding;
  const title = `${activity.simulated ? 'SIMULATION: ' : ''}${severity.toUpperCase()}: ${detection.title(activity)}`;
  const link = consoleLink(activity);
  const description = [
    ...simulationNotes(activity).map(plain),
    plain(detection.summary(activity)),
    ...deliveryNotes(activity).map(plain),
    ...[...factsOf(finding), ...sessionFacts(context)].map(factLine),
    ...(link === undefined ? [] : [`Event: ${link}`]),
  ].join('\n');
  return {
    version: '1.0',
    source: 'custom',
    id: activity.eventId,
    content: {
      textType: 'client-markdown',
      title: cutToBytes(plain(`${title} - ${accountLabel(activity)}`), 250),
      description: cutToBytes(description, 8000),
      nextSteps: detection.steps(activity).map((step) => cutToBytes(plain(step), 350)),
      keywords: ['root', severity, detection.id],
    },
    metadata: {
      threadId: `root-${activity.accountId}`,
      summary: cutToBytes(plain(title), 250),
      eventType: 'root-activity',
      relatedResources:
        activity.accountId === 'unknown'
          ? []
          : [`arn:${activity.partition}:iam::${activity.accountId}:root`],
      additionalContext: { severity, detection: detection.id, eventId: activity.eventId },
      enableCustomActions: false,
    },
  };
}
