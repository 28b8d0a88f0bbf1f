import { detect, formatAlert, readBatch } from '@root-activity-monitor/notifier';
import * as z from 'zod';
import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import type { Mail } from '../trace/result.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Screen } from './screen.ts';
import { remark, wrapLine } from './wrap.ts';

const ChatSchema = z.looseObject({
  content: z.looseObject({
    title: z.string(),
    description: z.string(),
    nextSteps: z.array(z.string()).default([]),
  }),
});

/**
 * A chat message, as a chat shows it: what reached the chat topic or, where the deployment has none,
 * what the notifier would send to one about the event.
 */
export function chatFrame(
  { chat }: Mail,
  event: EventEnvelope | undefined,
  { columns, colors }: Screen,
): readonly string[] {
  const width = columns ?? 72;
  const sent = chat ?? wouldBeSent(event);
  if (sent === undefined) return ['(no chat is configured)'];
  const { content } = ChatSchema.parse(JSON.parse(sent));
  const wrap = (text: string) =>
    escapeForTerminal(text, { keepLines: true })
      .split('\n')
      .flatMap((line) => (columns === undefined ? [line] : wrapLine(line, width - 2)))
      .map((line) => `┃ ${line}`);
  const bold = (text: string) =>
    text.replace(/^\*([^*]+:)\*/gm, (_, label: string) => colors.bold(label));
  return [
    ...(chat === undefined
      ? remark('(no chat is configured; this is what one would get)', columns)
      : []),
    ...wrap(content.title).map((line) => colors.bold(line)),
    ...wrap(content.description).map((line) => `┃ ${bold(line.slice(2))}`),
    '┃',
    ...content.nextSteps.flatMap((step, index) => wrap(`${String(index + 1)}. ${step}`)),
  ];
}

function wouldBeSent(event: EventEnvelope | undefined): string | undefined {
  if (event === undefined) return undefined;
  const messages = [{ messageId: event.id, body: JSON.stringify(event) }];
  const [finding] = readBatch(messages).map(detect);
  return finding && formatAlert(finding).chat;
}
