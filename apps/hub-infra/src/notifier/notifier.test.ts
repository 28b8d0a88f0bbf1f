import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf, statementsIn } from '../testing/resources.ts';
import { BundledFunction } from './bundled-function.ts';

const template = hubTemplate({ accountNames: { '111122223333': 'management' } });

it('it runs the bundle on a current Node', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    LoggingConfig: { LogFormat: 'JSON' },
  });
});

it('its environment names topic and accounts', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: {
        ALERT_TOPIC_ARN: { Ref: Match.stringLikeRegexp('^AlertsTopic') },
        ACCOUNT_NAMES: '{"111122223333":"management"}',
      },
    },
  });
});

it('one bad event of a batch fails alone, and a storm waits in the queue', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 5 },
  });
});

it('it may change its state, but neither delete sessions nor look through them, as the digester does', () => {
  const actionsOf = (construct: string) => {
    const roles = resourcesOf(template, 'AWS::IAM::Role');
    const role = roles.find(({ id }) => id.startsWith(construct));
    return statementsIn(role?.properties['Policies']).flatMap(({ Action }) => Action);
  };
  for (const action of ['dynamodb:DeleteItem', 'dynamodb:Query']) {
    expect(actionsOf('Digests')).toContain(action);
    expect(actionsOf('Notifier')).not.toContain(action);
  }
  expect(actionsOf('Notifier')).not.toContain('dynamodb:PutItem');
  expect(actionsOf('Notifier')).toContain('dynamodb:UpdateItem');
});

it('its permissions stand in its role alone', () => {
  template.resourceCountIs('AWS::IAM::Policy', 0);
});

it('its environment says how sessions are gathered and how long events are remembered', () => {
  const changed = {
    sessions: { quietMinutes: 5, digestMinutes: 30, alertAtOnceFrom: 'medium' },
    retention: { archiveDays: 20 },
  };
  hubTemplate(changed).hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    Environment: {
      Variables: {
        STATE_TABLE_NAME: { Ref: Match.stringLikeRegexp('^State') },
        SESSION_QUIET_SECONDS: '300',
        DIGEST_INTERVAL_SECONDS: '1800',
        ALERT_AT_ONCE_FROM: 'medium',
        EVENT_MEMORY_SECONDS: String(30 * 86_400),
      },
    },
  });
});

it('with a chat it is told the chat topic and may publish there', () => {
  const withChat = hubTemplate({
    chat: { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } },
  });
  withChat.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    Environment: { Variables: { CHAT_TOPIC_ARN: { Ref: Match.stringLikeRegexp('^ChatTopic') } } },
  });
  const [role] = resourcesOf(withChat, 'AWS::IAM::Role').filter(({ id }) => /^Notifier/.test(id));
  const published = statementsIn(role?.properties).filter(({ Action }) => Action === 'sns:Publish');
  expect(JSON.stringify(published)).toContain('ChatTopic');
});

it('without a bundle it says how to make one', () => {
  const stack = new Stack(new App(), 'Test');
  const make = (): BundledFunction =>
    new BundledFunction(stack, 'Function', {
      bundle: '/nowhere',
      handler: 'index.handler',
      description: 'a function',
      timeout: Duration.seconds(1),
      environment: {},
      permissions: [],
      logRetentionDays: 7,
      logRemovalPolicy: RemovalPolicy.DESTROY,
    });
  expect(make).toThrow('npx nx run notifier:bundle');
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 0);
});
