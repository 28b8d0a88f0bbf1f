/** What an emulator does differently from AWS; the simulator covers most of it. */
export const unprovenByEmulators = [
  'policies of buses, queues, topics and keys, and the organization condition: the emulator enforces none',
  'what roles may do: the emulator ignores the resources of policies; a proxy checks the deployers against the table of handlers instead',
  'how a creation fails and is rolled back: the deletion policies are applied as documented, by deleting the stack',
  'a denied Region: the tolerance of the StackSet is computed as documented; the emulator has none',
  'the state of rules: it also delivers what disabled rules match, and does not know read-only management events',
  'EventBridge keeps account, Region and ID of a forwarded event: the emulator writes its own',
  'CloudTrail as the sender: it accepts aws.* events from anyone, which AWS rejects',
  'retries and dead-letter queues of rules, and the third hop that AWS rejects',
  'Lambda and its event source mapping: the notifier runs here, in a process of its own',
  'the schedule of the digests, alarms and the dashboard',
  'StackSets: automatic deployment to new accounts, tolerance, parallel Regions, a delegated administrator',
  'mail, SMS and chat: nothing leaves the emulator, subscriptions are not confirmed',
] as const;
