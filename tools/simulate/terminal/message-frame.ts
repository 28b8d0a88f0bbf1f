import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import type { Mail } from '../trace/result.ts';
import { chatFrame } from './chat-frame.ts';
import { jsonFrame } from './json-frame.ts';
import { mailFrame } from './mail-frame.ts';
import type { Screen } from './screen.ts';
import { smsFrame } from './sms-frame.ts';

export const formats = ['mail', 'sms', 'chat', 'json'] as const;

/** How a message is shown: as a mail client, a telephone or a chat would, or as machines get it. */
export type Format = (typeof formats)[number];

/** A message in one format; `event` is what it is about, where it is about a single one. */
export function messageFrame(
  format: Format,
  mail: Mail,
  event: EventEnvelope | undefined,
  screen: Screen,
): readonly string[] {
  switch (format) {
    case 'mail':
      return mailFrame(mail, screen);
    case 'sms':
      return smsFrame(mail, screen);
    case 'chat':
      return chatFrame(mail, event, screen);
    case 'json':
      return jsonFrame(mail, screen);
  }
}
