/** What an emulator does not do as AWS does; the embedded simulation plays most of it. */
export const unprovenByEmulators = [
  'policies: the emulator enforces none, of buses, queues, topics, keys or roles, nor the organization condition',
  'the state of rules: it also delivers what disabled rules match, and does not know management events that only read',
  'EventBridge keeps account, Region and ID of a forwarded event: the emulator writes its own',
  'CloudTrail as the sender: it takes aws.* events from anybody, which AWS refuses',
  'retries and dead-letter queues of rules, and the third hop that AWS refuses',
  'Lambda and its event source mapping: the notifier runs here, in a process of its own',
  'the schedule of the digests, alarms and the dashboard',
  'StackSets: automatic deployment to new accounts, tolerance, parallel Regions, a delegated administrator',
  'mail, SMS and chat: nothing leaves the emulator, subscriptions are not confirmed',
] as const;
