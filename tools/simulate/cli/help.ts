/** What `--help` prints; lines of at most 79 characters. */
export const help = `Plays a root event from the account where it happens to the mail, through the
synthesized templates and the bundled notifier. No network, no credentials,
unless --bus is given.

  npx nx run tools:simulate [flags]

What is played (one of these; without any, a root sign-in):
  --fixture NAME   a stored event: folder/case, or a folder for its typical one
  --event PATH     your own: an EventBridge event, a CloudTrail record,
                   {"Records": [...]}, a list or JSON lines, each also as .gz;
                   a folder of such files; - for stdin
  --all            every fixture, compared with what must become of it
  --list           shows the fixtures; with --json one object a line: name,
                   folder, about, expect

How:
  --account ID     in this account: 1 to 12 digits, zeros on the left added
  --region NAME    in this Region
  --via ROAD       how it enters AWS: aws (CloudTrail records it; the default),
                   put-events-default-bus, put-events-central-bus,
                   outside-organization, simulation, replay
  --format NAME    shows the message as mail (the default) or as chat
  --json           one JSON object a line: eventId, eventName, account, region,
                   stages, outcome, detection, severity, subject, body and more
  --bus ARN        onto the central event bus of a deployed hub: a simulation
                   that everybody who is subscribed gets; says first where and
                   as whom, and asks. Credentials of the hub account are needed
  --wait           with --bus: confirms that the alert comes out of the topic
  --yes            with --bus: does not ask
  --endpoint-url U with --bus: an AWS emulator
  --help           this text; through Nx in a pipe: -- --help

Outcomes: alerted; digested (counted into its root session, whose alert went
out already); recorded (noted, nothing is sent); degraded (an alert about an
event that could not be understood); not-forwarded (no root activity);
rejected (AWS refuses it); failed (lost or parked on the way: a fault).

Malformed entries: what the forwarding rule matches takes the ordinary way,
whatever its shape. AWS drops everything else, so that a record without a
readable eventName, with a userIdentity that is no object, or an entry that is
no object itself would end in silence. In a file of yours it is most likely
damage: it is handed to the notifier directly, and ends degraded. A record
that has a name and lacks its identity stays what it is: not-forwarded.

The events of one --event share the notifier's memory of root sessions, as
events that arrive together do. Every fixture of --all starts afresh.

Exit status: 0 as expected, 1 not as expected, 2 wrong usage. Nx turns 2 into
1 and adds lines of its own; for pure output: npm run -s simulate -- --json
(it plays the templates as they were synthesized last).
`;
