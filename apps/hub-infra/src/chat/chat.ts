import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import {
  CfnMicrosoftTeamsChannelConfiguration,
  CfnSlackChannelConfiguration,
} from 'aws-cdk-lib/aws-chatbot';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EncryptedTopic } from '../topics/encrypted-topic.ts';

export interface ChatProps {
  readonly key: IKey;
  readonly channels: NonNullable<DeploymentConfig['chat']>;
}

/**
 * The topic of alerts for chat channels, and Amazon Q Developer, which shows them there. Nobody can
 * run commands from a channel: the role has no permissions and the guardrail denies everything.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export class Chat extends Construct {
  readonly topic: EncryptedTopic;

  constructor(scope: Construct, id: string, { key, channels }: ChatProps) {
    super(scope, id);
    this.topic = new EncryptedTopic(this, 'Topic', { key, displayName: 'AWS root activity' });
    const role = new Role(this, 'Role', {
      description: 'Shows alerts of Root Activity Monitor in chat channels; may do nothing else.',
      assumedBy: new ServicePrincipal('chatbot.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const common = {
      iamRoleArn: role.roleArn,
      guardrailPolicies: [`arn:${Stack.of(this).partition}:iam::aws:policy/AWSDenyAll`],
      loggingLevel: 'ERROR',
      snsTopicArns: [this.topic.topicArn],
      userRoleRequired: false,
    };
    const { slack, teams } = channels;
    if (slack) {
      new CfnSlackChannelConfiguration(this, 'Slack', {
        ...common,
        configurationName: 'root-activity-slack',
        slackWorkspaceId: slack.workspaceId,
        slackChannelId: slack.channelId,
      });
    }
    if (teams) {
      new CfnMicrosoftTeamsChannelConfiguration(this, 'Teams', {
        ...common,
        configurationName: 'root-activity-teams',
        teamsTenantId: teams.tenantId,
        teamId: teams.teamId,
        teamsChannelId: teams.channelId,
      });
    }
  }
}
