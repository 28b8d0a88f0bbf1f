import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf } from '../testing/resources.ts';

const slack = { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' };
const teams = {
  tenantId: '11111111-2222-3333-4444-555555555555',
  teamId: '11111111-2222-3333-4444-666666666666',
  channelId: '19%3Aexample%40thread.tacv2',
};
const denyAll = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AWSDenyAll']],
};

it('without a chat there is none', () => {
  const template = hubTemplate();
  template.resourceCountIs('AWS::Chatbot::SlackChannelConfiguration', 0);
  expect(JSON.stringify(template.toJSON())).not.toContain('CHAT_TOPIC_ARN');
});

it('each channel shows the chat topic and can run nothing', () => {
  const template = hubTemplate({ chat: { slack, teams } });
  const shown = {
    SnsTopicArns: [{ Ref: Match.stringLikeRegexp('^ChatTopic') }],
    GuardrailPolicies: [denyAll],
  };
  template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
    ...shown,
    SlackChannelId: 'C0EXAMPLE1',
  });
  template.hasResourceProperties('AWS::Chatbot::MicrosoftTeamsChannelConfiguration', {
    ...shown,
    TeamsChannelId: '19%3Aexample%40thread.tacv2',
  });
  const [role] = resourcesOf(template, 'AWS::IAM::Role').filter(({ id }) => /^Chat/.test(id));
  expect(role?.properties).not.toHaveProperty('Policies');
});
