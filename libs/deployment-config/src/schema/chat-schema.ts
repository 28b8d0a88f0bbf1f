import * as z from 'zod';

const SlackSchema = z
  .strictObject(
    {
      workspaceId: z
        .string('a Slack workspace ID, such as "T0EXAMPLE1"')
        .regex(/^[0-9A-Z]{1,255}$/, { error: 'a Slack workspace ID, such as "T0EXAMPLE1"' })
        .describe('The Slack workspace, authorized once in the console of Amazon Q Developer.'),
      channelId: z
        .string('a Slack channel ID, such as "C0EXAMPLE1"')
        .regex(/^[A-Za-z0-9]{1,256}$/, { error: 'a Slack channel ID, such as "C0EXAMPLE1"' })
        .describe('The Slack channel.'),
    },
    'an object with "workspaceId" and "channelId"',
  )
  .describe('A Slack channel.');

const uuid = z
  .string('an ID such as "11111111-2222-3333-4444-555555555555"')
  .regex(/^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/, {
    error: 'an ID such as "11111111-2222-3333-4444-555555555555"',
  });

const TeamsSchema = z
  .strictObject(
    {
      tenantId: uuid.describe('The Microsoft 365 tenant.'),
      teamId: uuid.describe('The team, authorized once in the console of Amazon Q Developer.'),
      channelId: z
        .string('a Teams channel ID, as in the link to the channel')
        .regex(/^([a-zA-Z0-9-_=+/.,])*%3[aA]([a-zA-Z0-9-_=+/.,])*%40([a-zA-Z0-9-_=+/.,])*$/, {
          error: 'a Teams channel ID as in the link to the channel, "19%3A…%40thread.tacv2"',
        })
        .describe('The channel, URL-encoded as in the link to it.'),
    },
    'an object with "tenantId", "teamId" and "channelId"',
  )
  .describe('A Microsoft Teams channel.');

/**
 * Alerts in a chat channel, by Amazon Q Developer in chat applications.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/what-is.html
 */
export const ChatSchema = z
  .strictObject(
    {
      slack: SlackSchema.optional(),
      teams: TeamsSchema.optional(),
    },
    'an object with "slack" or "teams"',
  )
  .describe('Alerts in a chat channel, by Amazon Q Developer in chat applications.');
