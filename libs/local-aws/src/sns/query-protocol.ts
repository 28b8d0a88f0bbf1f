import { randomUUID } from 'node:crypto';
import type { MessageAttribute, PublishEntry, Refusal } from './message.ts';

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** A request of the AWS Query protocol, as far as it publishes. */
export interface PublishRequest {
  readonly action: string;
  readonly topicArn: string;
  /** One for Publish. */
  readonly entries: readonly PublishEntry[];
}

/** Reads the form that an SDK posts. */
export function readPublishRequest(form: URLSearchParams): PublishRequest {
  const action = form.get('Action') ?? '';
  const topicArn = form.get('TopicArn') ?? '';
  const entries = action === 'Publish' ? [readEntry(form, '')] : batchEntries(form);
  return { action, topicArn, entries };
}

function batchEntries(form: URLSearchParams): readonly PublishEntry[] {
  const entries: PublishEntry[] = [];
  for (let index = 1; ; index += 1) {
    const prefix = `PublishBatchRequestEntries.member.${index}.`;
    if (!form.has(`${prefix}Id`) && !form.has(`${prefix}Message`)) return entries;
    entries.push(readEntry(form, prefix));
  }
}

function readEntry(form: URLSearchParams, prefix: string): PublishEntry {
  return {
    id: form.get(`${prefix}Id`) ?? '',
    message: form.get(`${prefix}Message`) ?? '',
    subject: form.get(`${prefix}Subject`) ?? undefined,
    messageStructure: form.get(`${prefix}MessageStructure`) ?? undefined,
    attributes: readAttributes(form, prefix),
  };
}

function readAttributes(
  form: URLSearchParams,
  prefix: string,
): ReadonlyMap<string, MessageAttribute> {
  const attributes = new Map<string, MessageAttribute>();
  for (let index = 1; ; index += 1) {
    const entry = `${prefix}MessageAttributes.entry.${index}.`;
    const name = form.get(`${entry}Name`);
    if (name === null) return attributes;
    const stringValue = form.get(`${entry}Value.StringValue`);
    const binaryValue = form.get(`${entry}Value.BinaryValue`);
    attributes.set(name, {
      dataType: form.get(`${entry}Value.DataType`) ?? '',
      ...(stringValue !== null && { stringValue }),
      ...(binaryValue !== null && { binaryValue }),
    });
  }
}

/** What became of one entry. */
export type EntryAnswer =
  | { readonly id: string; readonly messageId: string }
  | { readonly id: string; readonly refusal: Refusal };

export function publishAnswer(action: string, answers: readonly EntryAnswer[]): string {
  const result = action === 'Publish' ? answers.map(publishedXml).join('') : batchXml(answers);
  return `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>${metadata()}</${action}Response>`;
}

export function errorAnswer({ code, message }: Refusal): string {
  return `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${escape(code)}</Code><Message>${escape(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
}

function publishedXml(answer: EntryAnswer): string {
  return 'messageId' in answer ? `<MessageId>${answer.messageId}</MessageId>` : '';
}

function batchXml(answers: readonly EntryAnswer[]): string {
  const successful = answers.flatMap((answer) =>
    'messageId' in answer
      ? [`<member><Id>${answer.id}</Id><MessageId>${answer.messageId}</MessageId></member>`]
      : [],
  );
  const failed = answers.flatMap((answer) =>
    'refusal' in answer
      ? [
          `<member><Id>${answer.id}</Id><Code>${escape(answer.refusal.code)}</Code><Message>${escape(answer.refusal.message)}</Message><SenderFault>true</SenderFault></member>`,
        ]
      : [],
  );
  return `<Successful>${successful.join('')}</Successful><Failed>${failed.join('')}</Failed>`;
}

const metadata = () =>
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
