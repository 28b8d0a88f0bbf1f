import { CloudTrailRecordSchema } from '@root-activity-monitor/event-schema';
import { expect, it } from 'vitest';
import {
  adminIdentity,
  call,
  denied,
  federatedIdentity,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from '../testing/records.ts';
import { actorOf } from './actor.ts';

const by = (userIdentity: unknown, changes = {}) =>
  call('s3 CreateBucket', { userIdentity, ...changes });
const ownPassword = (changes = {}) => call('iam CreateLoginProfile', changes);

it.each([
  ['root', 'root itself', by(rootIdentity())],
  ['root', 'without a session', by(rootIdentity({ sessionContext: undefined }))],
  [
    'root',
    'the console, as once recorded',
    by(rootIdentity({ invokedBy: 'signin.amazonaws.com' })),
  ],
  ['root', 'the console in China', by(rootIdentity({ invokedBy: 'signin.amazonaws.com.cn' }))],
  [
    'root',
    'an invoker that is no AWS service',
    by(rootIdentity({ invokedBy: 'evil.example.com' })),
  ],
  ['root', 'a name that ends like a service', by(rootIdentity({ invokedBy: 'xamazonaws.com' }))],
  ['root', 'a password for a user', ownPassword({ requestParameters: { userName: 'jo' } })],
  ['root', 'parameters too long to record', ownPassword({ requestParameters: { omitted: true } })],
  ['root', 'a refused password of its own', ownPassword(denied)],
  ['root', 'the same name at another service', call('example CreateLoginProfile')],
  ['root-session', 'the flag as text', by(rootSessionIdentity)],
  [
    'root-session',
    'the flag as a boolean',
    by(rootIdentity({ sessionContext: { assumedRoot: true } })),
  ],
  ['root-session', 'a password of its own, which only such sessions may set', ownPassword()],
  ['root', 'the flag set to false', by(rootIdentity({ sessionContext: { assumedRoot: 'false' } }))],
  ['root-federated', 'issued by root', by(federatedIdentity)],
  ['root', 'through AWS Internal', by(rootIdentity({ invokedBy: 'AWS Internal' }))],
  ['root', 'through a service', by(rootIdentity({ invokedBy: 's3.amazonaws.com' }))],
  ['root', 'through an AI agent', by(rootIdentity({ invokedBy: 'aws-mcp.amazonaws.com' }))],
  [
    'root-session',
    'through a stack',
    by({ ...rootSessionIdentity, invokedBy: 'cloudformation.amazonaws.com' }),
  ],
  ['service', 'a service event', by(rootIdentity(), { eventType: 'AwsServiceEvent' })],
  [
    'root-federated',
    'issued by root, through a service',
    by({ ...federatedIdentity, invokedBy: 's3.amazonaws.com' }),
  ],
  [
    'root-federated',
    'issued by root, through Auto Scaling',
    by(
      { ...federatedIdentity, invokedBy: 'autoscaling.amazonaws.com' },
      { eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances' },
    ),
  ],
  [
    'root',
    'a sign-in that is called a service event',
    call('signin ConsoleLogin', { eventType: 'AwsServiceEvent' }),
  ],
  [
    'root',
    'its own password, asked for with a long-term key',
    call('iam GetLoginProfile', { userIdentity: rootIdentity({ accessKeyId: longTermKey }) }),
  ],
  ['other', 'a role', by(adminIdentity)],
  [
    'other',
    'a role that calls through a service',
    by({ ...adminIdentity, invokedBy: 's3.amazonaws.com' }),
  ],
  ['other', 'an IAM user called root', by({ type: 'IAMUser', userName: 'root' })],
  [
    'other',
    'a role called root',
    by({ type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/root/root' }),
  ],
  ['other', 'type in another case', by({ type: 'root' })],
  ['other', 'nobody', by({})],
])('%s: %s', (actor, _, record) => {
  expect(actorOf(CloudTrailRecordSchema.parse(record))).toBe(actor);
});
