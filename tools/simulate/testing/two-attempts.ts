import { loadTemplates } from '../cli/workspace.ts';
import { edited } from './edit-template.ts';
import { event } from './events.ts';

export const signIn = event('root-sign-in', { account: '444455556666' });
export const read = event('root-read', { account: '444455556666' });

/** The synthesized templates, but that two attempts on a message, which show as much, replace ten. */
export const templates = edited(loadTemplates(), {
  in: 'hub',
  type: 'AWS::SQS::Queue',
  id: 'NotificationsQueue',
  path: 'RedrivePolicy.maxReceiveCount',
  to: 2,
});
