import type { AlertContext } from '../session/alert-context.ts';
import type { Fact } from './facts.ts';

/**
 * Whether it is the first alert of its session, and what comes next: without that, silence after a
 * first message looks as if it were over.
 */
export function sessionFacts(context: AlertContext | 'unknown' | undefined): readonly Fact[] {
  if (context === undefined) return [];
  if (context === 'unknown') {
    return [
      [
        'Session',
        'not known: what was sent before cannot be looked up. This may be a repeat, and further calls come one by one.',
      ],
    ];
  }
  const { digestMinutes, follows, number, openedAt, quietMinutes } = context;
  const began = `${new Date(openedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const what = follows === 'session' ? 'Further calls of this session' : 'Further events like this';
  const digest =
    digestMinutes < quietMinutes
      ? `within ${String(digestMinutes)} minutes`
      : `within ${String(quietMinutes)} minutes of the last one, or ${String(digestMinutes)} minutes at the latest`;
  return [
    ['Session', `alert ${String(number)} of a session that began ${began}`],
    [
      'Next',
      `${what} are counted; the digest comes ${digest}. Anything more severe is alerted at once.`,
    ],
  ];
}
