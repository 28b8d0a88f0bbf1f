import type { Journal } from '../journal/journal.ts';

/** A seed, told invocation by invocation. */
export function timeline({ accepted, invocations, mails, parked, seed }: Journal): string {
  const byMessage = new Map(accepted.map((one) => [one.messageId, one.event]));
  const lines = [`seed ${String(seed)}`];
  for (const { number, at, handler, faults, messages, log, failed, threw } of invocations) {
    const sent = mails.filter(({ invocation }) => invocation === number);
    if (messages.length + faults.length + sent.length === 0) continue;
    const ended = failed === undefined && handler === 'notifier' ? ', ended' : '';
    lines.push(
      `${new Date(at).toISOString().slice(11, 19)} ${handler}, invocation ${String(number)}${ended}`,
    );
    for (const { messageId, receiveCount } of messages) {
      const event = byMessage.get(messageId);
      const line = log.find((one) => one.messageId === messageId);
      const became =
        line === undefined ? '?' : `${line.outcome}${line.duplicate ? ' (known)' : ''}`;
      lines.push(
        `    ${messageId} of ${event?.session ?? '?'}: ${event?.severity ?? '?'} ${event?.kind ?? ''} -> ${became}, received ${String(receiveCount)} times in all`,
      );
    }
    for (const { name, operation } of faults) lines.push(`    FAULT ${name}, at ${operation}`);
    for (const { entry } of sent) lines.push(`    MAIL  ${entry.subject ?? '(chat)'}`);
    if (threw !== undefined) lines.push(`    THREW ${threw}`);
  }
  for (const { messageId } of parked) lines.push(`parked: ${messageId}`);
  return lines.join('\n');
}
