/** What `--help` prints. */
export const help = `Plays a root event from the account where it happens to the mail, through the synthesized
templates and the bundled notifier. It needs no network and no credentials.

  npx nx run tools:simulate [flags]

What is played (one of these; without any, a root sign-in):
  --fixture NAME   a stored event: folder/case, or a folder for its typical case
  --event PATH     your own: an EventBridge event, a CloudTrail record, {"Records": [...]}, a list
                   or JSON lines, each also as .gz; a folder of such files; - for stdin
  --all            every fixture, each compared with what must become of it
  --list           shows the fixtures

How:
  --account ID     in this account; 1 to 12 digits, filled up with zeros on the left
  --region NAME    in this Region
  --via ROAD       aws (CloudTrail delivers it; the default), put-events-default-bus,
                   put-events-central-bus, outside-organization, simulation, replay
  --json           one JSON object a line: eventId, eventName, account, region, stages, outcome,
                   detection, severity, subject, body and more
  --help           this text

Outcomes: alerted, recorded (noted, nothing is sent), degraded (an alert about an event that could
not be understood), not-forwarded (no root activity), rejected (AWS refuses it), failed (lost or
parked on the way: a fault).

Malformed entries: what the forwarding rule matches takes the ordinary way, whatever its shape. AWS
drops the rest, so that a record without a readable eventName, eventSource, eventTime or
userIdentity, or an entry that is no object at all, would never arrive. In a file of yours it is
most likely damage, so it is handed to the notifier directly and ends degraded, never in silence.

Exit status: 0 as expected, 1 not as expected, 2 wrong usage. Nx turns 2 into 1 and writes lines of
its own; for pure output run: npm run --silent simulate -- --json
`;
