import type { Delivery } from '@root-activity-monitor/local-aws/sns';
import type { Mail } from '../trace/result.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import { escapeJson } from './escape-json.ts';
import type { Screen } from './screen.ts';
import { remark } from './wrap.ts';

const machines = ['https', 'http', 'sqs', 'lambda', 'email-json', 'firehose', 'application'];

/** The JSON that machines get, each as SNS delivers it to its protocol, raw or wrapped. */
export function jsonFrame(mail: Mail, { columns, colors }: Screen): readonly string[] {
  const told = mail.deliveries.filter(
    ({ protocol, told: gets }) => gets && machines.includes(protocol),
  );
  if (told.length > 0) {
    return told.flatMap((delivery) => [
      `${colors.bold('To:')} ${escapeForTerminal(`${delivery.endpoint} (${delivery.protocol}${delivery.raw ? ', raw' : ''})`)}`,
      ...shown(mail, delivery),
    ]);
  }
  return [
    ...remark('(no machine gets it; this is what an https endpoint would get)', columns),
    ...shown(mail, { protocol: 'https', raw: false }),
  ];
}

/** Raw text of a person's mail stays as it is; JSON is laid out. */
function shown(mail: Mail, to: Pick<Delivery, 'protocol' | 'raw'>): readonly string[] {
  const payload = mail.payload(to);
  try {
    return escapeJson(JSON.stringify(JSON.parse(payload), undefined, 2)).split('\n');
  } catch {
    return escapeForTerminal(payload, { keepLines: true }).trimEnd().split('\n');
  }
}
