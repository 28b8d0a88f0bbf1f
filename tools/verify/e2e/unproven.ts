/** What an emulator does not do as AWS does; the embedded simulation plays most of it. */
export const unprovenByEmulators = [
  'policies of buses, queues, topics and keys, and the organization condition: the emulator enforces none',
  'what roles may do: the emulator knows no resources of policies, so that a gate of ours judges the deployers by the table of handlers, not AWS',
  'how a creation fails and is rolled back: the deletion policies are applied as documented, by deleting the stack',
  'a denied Region: the tolerance of the StackSet is computed as documented, the emulator knows none',
  'the state of rules: it also delivers what disabled rules match, and does not know management events that only read',
  'EventBridge keeps account, Region and ID of a forwarded event: the emulator writes its own',
  'CloudTrail as the sender: it takes aws.* events from anybody, which AWS refuses',
  'retries and dead-letter queues of rules, and the third hop that AWS refuses',
  'Lambda and its event source mapping: the notifier runs here, in a process of its own',
  'the schedule of the digests, alarms and the dashboard',
  'StackSets: automatic deployment to new accounts, tolerance, parallel Regions, a delegated administrator',
  'mail, SMS and chat: nothing leaves the emulator, subscriptions are not confirmed',
] as const;
