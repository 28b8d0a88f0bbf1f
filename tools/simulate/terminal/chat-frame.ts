import { alertOf, decide } from '@root-activity-monitor/notifier';
import * as z from 'zod';
import type { EventResult } from '../trace/result.ts';
import { harmless } from './harmless.ts';
import type { Screen } from './screen.ts';
import { wrapLine } from './wrap.ts';

const ChatSchema = z.looseObject({
  content: z.looseObject({
    title: z.string(),
    description: z.string(),
    nextSteps: z.array(z.string()).default([]),
  }),
});

/**
 * The chat message about an event, as a chat shows it: what reached the chat topic or, where the
 * deployment has none, what the notifier would send to one.
 */
export function chatFrame(
  { chat, event }: EventResult,
  { columns, colors }: Screen,
): readonly string[] {
  const width = columns ?? 72;
  const [decision] = decide([{ messageId: event.id, body: JSON.stringify(event) }]);
  const sent = chat ?? (decision && alertOf(decision.finding).chat);
  const { content } = ChatSchema.parse(JSON.parse(sent ?? '{}'));
  const wrap = (text: string) =>
    harmless(text, { keepLines: true })
      .split('\n')
      .flatMap((line) => (columns === undefined ? [line] : wrapLine(line, width - 2)))
      .map((line) => `┃ ${line}`);
  const bold = (text: string) =>
    text.replace(/^\*([^*]+:)\*/gm, (_, label: string) => colors.bold(label));
  return [
    ...(chat === undefined ? ['(no chat is configured; this is what one would get)'] : []),
    ...wrap(content.title).map((line) => colors.bold(line)),
    ...wrap(content.description).map((line) => `┃ ${bold(line.slice(2))}`),
    '┃',
    ...content.nextSteps.flatMap((step, index) => wrap(`${String(index + 1)}. ${step}`)),
  ];
}
