import { byteLength } from '../alert/text.ts';
import type { Notification } from '../alert/notification.ts';

/** Characters that no message may carry: they hide, reorder or end lines, or drive a terminal. */
const dangerous =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uD800-\uDFFF]|[\u{E0000}-\u{E0FFF}]/u;
const hostName = /[\p{L}\p{N}-]\.\p{L}{2}/u;
const ownLink =
  /^https:\/\/[a-z0-9-]+\.console\.(aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn)\/cloudtrailv2\/home\?region=[a-z0-9-]+#\/events\/[\w-]{1,64}$/;
/** What response steps tell people to type. */
const ownWords = /iam\.amazonaws\.com|Policy\.PolicySummary/g;

function complaintsAbout(text: string): string[] {
  const lines = withoutCode(text)
    .split('\n')
    .map((line) => line.replace(/^Event: /, ''));
  const rest = lines
    .filter((line) => !ownLink.test(line))
    .join('\n')
    .replace(ownWords, '');
  return [
    dangerous.test(text) ? 'a dangerous character' : '',
    rest.includes('://') ? 'a foreign link' : '',
    rest.includes('@') ? 'a mention' : '',
    rest.includes('<') || rest.includes('>') ? 'mark-up' : '',
    hostName.test(rest) ? `a host name in ${rest}` : '',
  ].filter((complaint) => complaint !== '');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A code span ends on its line, and nothing in it ends it before; a chat makes nothing of it. */
const withoutCode = (text: string) => text.replaceAll(/`[^`\n\u0000-\u001F<>]*`/g, 'code');

/** Ten such entries and their attributes go into one PublishBatch of 262,144 bytes. */
const maxEntryBytes = 26_214;

/**
 * What SNS, Amazon Q Developer, a mail client or a terminal would object to in an alert; empty when
 * nothing.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function complaints(alert: Notification): readonly string[] {
  const { attributes, chat, mail, sms, subject } = alert;
  const found = [mail, ...textsIn(JSON.parse(chat))].flatMap(complaintsAbout);
  const check = (holds: boolean, complaint: string) => {
    if (!holds) found.push(complaint);
  };
  check(/^[\x21-\x7e][\x20-\x7e]{0,98}$/.test(subject), `subject: ${subject}`);
  check(/^[\x20-\x7e]{1,140}$/.test(sms), `sms: ${sms}`);
  check(!/@|:\/\/|</.test(subject + sms), 'a link or mention in subject or sms');
  for (const [name, value] of Object.entries(attributes)) {
    check(/^[\w-]{1,64}$/.test(String(value)), `attribute ${name}`);
  }
  const message = JSON.stringify({ default: mail, sms });
  const rest = byteLength(JSON.stringify({ subject, attributes }));
  check(byteLength(message) + rest <= maxEntryBytes, 'the mail is too long for a batch');
  check(byteLength(chat) + rest <= maxEntryBytes, 'the chat message is too long for a batch');
  const { content, metadata } = JSON.parse(chat) as {
    content: { title: string; description: string; nextSteps: string[]; keywords: string[] };
    metadata: { summary: string; additionalContext: Record<string, string> };
  };
  check(content.title.length >= 1 && content.title.length <= 250, 'chat title');
  check(content.description.length >= 1 && content.description.length <= 8000, 'chat description');
  check(
    content.nextSteps.every((step) => step !== '' && step.length <= 350),
    'chat step',
  );
  check(
    content.keywords.every((word) => word !== '' && word.length <= 75),
    'chat keyword',
  );
  check(metadata.summary.length <= 250, 'chat summary');
  check(
    Object.values(metadata.additionalContext).every((value) => value !== ''),
    'chat context',
  );
  const marked = [content.title, content.description.replaceAll(/^\*[A-Za-z ]+:\* /gm, '')]
    .concat(content.nextSteps)
    .map((text) => withoutCode(text).replaceAll(/^Event: .*$/gm, ''));
  check(!marked.some((text) => /[*_~`|[\]\\]/.test(text)), `mark-up in chat: ${marked.join('|')}`);
  return found;
}
