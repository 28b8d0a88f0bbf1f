import { choice, flag, httpUrl, onOff, text } from '@root-activity-monitor/command-line';
import { knownRegions } from '@root-activity-monitor/deployment-config';
import * as z from 'zod';
import { busArn } from '../on-bus/bus-arn.ts';
import { formats } from '../terminal/message-frame.ts';
import { vias } from '../trace/result.ts';

/** Regions that a deployment cannot be in, but an event may be from. */
const elsewhere = ['eusc-de-east-1'];

/** What chooses, changes or shows an event. */
const played = ['fixture', 'event', 'account', 'region', 'via', 'format', 'verbose'];

const needsBus = { flag: 'bus', because: 'without it nothing leaves this machine' };

/** What the command line may say, and what of it goes together: nothing is ignored in silence. */
export const flags = z.object({
  fixture: flag(
    {
      value: 'NAME',
      about: 'a stored event: folder/case, or a folder for its typical',
      heading: 'What is played (one of these; without any, a root sign-in):',
    },
    text('the name of a fixture such as root-sign-in (--list shows all)').default('root-sign-in'),
  ),
  event: flag(
    {
      value: 'PATH',
      about:
        'your own: an EventBridge event, a CloudTrail record, {"Records": [...]}, a list or JSON lines, each also .gz; a folder of such files; - for stdin',
      excludes: { flags: ['fixture'], because: 'give one of them' },
    },
    text('a file, a folder, or - for stdin').optional(),
  ),
  all: onOff({
    about: 'every fixture, compared with what must become of it',
    excludes: {
      flags: played,
      because: '--all plays every fixture as it is, with a line for each and no message',
    },
  }),
  list: onOff({
    about: 'shows the fixtures; with --json one object a line: name, folder, about, expect',
    excludes: {
      flags: [...played, 'all', 'bus', 'wait', 'yes'],
      because: '--list only shows what can be played',
    },
  }),
  account: flag(
    {
      value: 'ID',
      about: 'in this account: 1 to 12 digits, zeros on the left added',
      heading: 'How:',
    },
    z
      .string()
      .regex(/^\d{1,12}$/, { error: '1 to 12 digits such as 123456789012' })
      .transform((digits) => digits.padStart(12, '0'))
      .optional(),
  ),
  region: flag(
    { value: 'NAME', about: 'in this Region' },
    choice([...knownRegions, ...elsewhere], 'a Region name such as eu-central-1').optional(),
  ),
  via: flag({ value: 'ENTRY', about: 'how it enters AWS, see below' }, choice(vias).optional()),
  format: flag(
    {
      value: 'NAME',
      about:
        'shows messages as mail (the default), sms (with length), chat, or json (what https, sqs, lambda and email-json get)',
    },
    choice(formats).default('mail'),
  ),
  verbose: onOff({
    about: 'with several events: a line for every one, and every message in full',
  }),
  json: onOff({
    about: 'one JSON object a line, see below',
    excludes: {
      flags: ['format'],
      because: '--json has the message in the form of every subscription',
    },
  }),
  bus: flag(
    {
      value: 'ARN',
      about:
        'onto the central event bus of a deployed hub: a simulation that everybody who is subscribed gets; says first where and as whom, and asks. Needs credentials of the hub account',
      excludes: {
        flags: ['via', 'format'],
        because: 'on a real bus only a simulation can be played',
      },
    },
    busArn.optional(),
  ),
  wait: onOff({
    about: 'with --bus: confirms that the alert comes out of the topic',
    needs: needsBus,
  }),
  yes: onOff({ about: 'with --bus: does not ask', needs: needsBus }),
  'endpoint-url': flag(
    { value: 'URL', about: 'with --bus: an AWS emulator', needs: needsBus },
    httpUrl().optional(),
  ),
});

export type Values = z.infer<typeof flags>;

/** Events to play: all fixtures, one, or those of a file or folder of the user's own. */
export type Selection =
  | { readonly command: 'all' }
  | { readonly command: 'fixture'; readonly name: string }
  | { readonly command: 'event'; readonly path: string };

/** What the command line asks for; `bus` plays on a deployed hub, everything else here. */
export type Task =
  | Selection
  | { readonly command: 'list' }
  | { readonly command: 'bus'; readonly arn: string; readonly events: Selection };

export function taskOf(values: Values): Task {
  if (values.list) return { command: 'list' };
  const events = selectionOf(values);
  return values.bus === undefined ? events : { command: 'bus', arn: values.bus, events };
}

function selectionOf({ all, event, fixture }: Values): Selection {
  if (all) return { command: 'all' };
  return event === undefined
    ? { command: 'fixture', name: fixture }
    : { command: 'event', path: event };
}
