import { helpText } from '@root-activity-monitor/command-line';
import { flags } from './flags.ts';
import { vias, type Via } from '../trace/result.ts';

/** What each way into AWS shows, and what to play there. */
const entries: Readonly<Record<Via, readonly string[]>> = {
  aws: ['CloudTrail records it (the default); every event'],
  'put-events-default-bus': [
    'a customer puts it on the default bus: is refused;',
    'every event, such as --fixture root-sign-in',
  ],
  'put-events-central-bus': [
    'a customer puts it on the central event bus: is',
    'refused; every event, and the fixtures forged/...',
  ],
  'outside-organization': [
    "another organization's account forwards it: is",
    'refused; every event, also with --account',
  ],
  simulation: [
    'the hub account puts it as a simulation, as --bus',
    'does: its source is replaced; every event, and the',
    'fixtures .../simulated, which have that source',
  ],
  replay: ["the hub's archive sends it again; every event, and", 'the fixtures .../replayed'],
};

/** What `--help` says besides the flags. */
export const helpWords = {
  usage: 'npx nx run tools:simulate',
  about:
    'Plays a root event from the account where it happens to who is told, through the synthesized templates and the bundled notifier. No network and no credentials, unless --bus is given.',
  notes: `Entries:
${vias.flatMap((via) => entryLines(via)).join('\n')}

Examples:
  npx nx run tools:simulate --account 123
  npx nx run tools:simulate --fixture root-access-key-created --format sms
  npx nx run tools:simulate --fixture root-sign-in --region af-south-1
  npx nx run tools:simulate --event trail/
  npm run -s simulate -- --event trail/ --json | jq .outcome

Where: an event happens in a Region and an account. Where the rollout brings
no spoke (Regions that are not watched), root activity stops at
forwarding-rule, not-forwarded. Any account but the management account counts
as a member of the organizational units that are watched. --all is about
patterns and detections: it plays each fixture as if its Region were watched.

When: events of --event are played in the order of their time, which a clock
of its own skips through: root sessions end when they would, and digests come
when they would. A digest is at most one round of its schedule (5 minutes)
early or late, for nobody knows when AWS begins to count. Events within five
seconds of each other reach the notifier together. Of several events, those
that nobody is told of by themselves (not-forwarded, recorded, digested) are
only counted, unless --verbose or --json is given.

Who: every subscription and its filter policy decide. Stage mail says who is
told and why others are not; when nobody is, the event ends failed.

Outcomes: alerted; digested (counted into its root session, and told of by a
digest); recorded (noted, nothing is sent); degraded (an alert about an event
that could not be understood); not-forwarded (no root activity, or nobody
watches there); rejected (AWS refuses it); failed (lost or parked on the way,
or nobody is told: a fault).

--json: events have kind "event", eventId, eventName, account, region, at,
stages (name, passed, reason, ms), outcome, detection, severity, subject,
body, deliveries (protocol, endpoint, told, payload or reason), toldAt, and
digest (at, subject) where one tells of it. Digests are lines of their own,
in order: kind "digest", at, outcome (sent, failed), count, eventIds,
subject, body. Times are UTC. What a record does not say is null.

Malformed entries: anything the forwarding rule matches is processed normally,
whatever its shape. AWS drops everything else, so that a record without a
readable eventName, with a userIdentity that is no object, or an entry that
is no object itself would end in silence. In a file of yours it is most
likely damage: it is handed to the notifier directly, and ends degraded. A
record that has a name and lacks its identity stays what it is:
not-forwarded. One that says not when or where it happened cannot be placed,
and is wrong input.

Exit status: 0 as expected; 1 not as expected, or nobody is told; 2 wrong
usage, or input that cannot be read (the rest is played). Nx turns 2 into 1
and adds lines of its own; for pure output: npm run -s simulate -- --json (it
plays the templates as they were synthesized last). NO_COLOR and FORCE_COLOR
count.`,
};

/** What `--help` prints. */
export const help = helpText({ ...helpWords, flags });

function entryLines(via: Via): readonly string[] {
  return entries[via].map((line, index) => `  ${(index === 0 ? via : '').padEnd(23)} ${line}`);
}
