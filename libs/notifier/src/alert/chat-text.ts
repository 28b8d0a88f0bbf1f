import { asWritten } from '../activity/defang.ts';
import type { Fact } from './facts.ts';

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
 * `defang`): what stands between them is our own text to be copied, which a chat shows as it is.
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
export function factLine([label, value]: Fact): string {
  return `*${label}:* ${
    copied.has(label)
      ? value
          .split(/(, | )/)
          .map(copyable)
          .join('')
      : plain(value)
  }`;
}

/** Names with a character that `plain` or `defang` replaces. */
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
