import * as z from 'zod';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
import type { Subscription } from './topic.ts';

const ChannelSchema = z.looseObject({
  ConfigurationName: z.string().default('chat'),
  SlackChannelId: z.string().optional(),
  TeamsChannelId: z.string().optional(),
  SnsTopicArns: z.array(z.string()).default([]),
});

/**
 * The chat channels that Amazon Q Developer shows a topic's messages in, as subscriptions: it
 * subscribes itself.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/what-is.html
 */
export function chatChannelsOf(stack: Stack, topicArn: string): readonly Subscription[] {
  return [
    'AWS::Chatbot::SlackChannelConfiguration',
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
  ]
    .flatMap((type) => resourcesOf(stack, type))
    .map((resource) => ChannelSchema.parse(resource.properties()))
    .filter(({ SnsTopicArns }) => SnsTopicArns.includes(topicArn))
    .map(({ ConfigurationName, SlackChannelId, TeamsChannelId }) => ({
      protocol: 'chat',
      endpoint: SlackChannelId ?? TeamsChannelId ?? ConfigurationName,
      filterPolicy: undefined,
      scope: 'MessageAttributes',
      raw: false,
    }));
}
