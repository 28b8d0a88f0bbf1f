import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../cli/workspace.ts';
import { event, playOne } from '../testing/events.ts';
import { withSubscriptions } from '../testing/subscriptions.ts';
import { eventAt, playOn } from '../testing/timeline.ts';

const templates = loadTemplates();
const signIn = event('root-sign-in', { account: '444455556666' });
const from = (...severity: readonly string[]) => ({ FilterPolicy: { severity } });
const email = { Protocol: 'email', Endpoint: 'security@example.com' };
const sms = { Protocol: 'sms', Endpoint: '+15555550100' };
const https = { Protocol: 'https', Endpoint: 'https://pager.example.com/hook' };
const sqs = { Protocol: 'sqs', Endpoint: 'arn:aws:sqs:eu-west-1:123456789012:siem' };
const lastStage = (stages: readonly { name: string }[]) => stages.at(-1);

describe.concurrent('who is told', () => {
  it('is everybody whose filter policy wants it, by every protocol', async () => {
    const result = await playOne(
      withSubscriptions(templates, { ...email, ...from('critical') }, sms, {
        ...https,
        ...from('critical', 'high'),
      }),
      signIn,
    );
    expect(result).toMatchObject({ outcome: 'alerted', asDesigned: true });
    expect(lastStage(result.stages)).toMatchObject({
      name: 'mail',
      passed: true,
      reason:
        'to +15555550100 (sms), https://pager.example.com/hook (https); not to security@example.com: its filter policy wants severity critical, not high',
    });
    expect(result.mails[0]?.to).toEqual([]);
  });

  it('may be machines only', async () => {
    const result = await playOne(withSubscriptions(templates, sqs), signIn);
    expect(result.outcome).toBe('alerted');
    const [delivery] = result.mails[0]!.deliveries;
    const notification = JSON.parse(result.mails[0]!.payload(delivery!)) as { Message: string };
    expect(notification).toMatchObject({
      Type: 'Notification',
      Subject: expect.stringMatching(/^\[HIGH\] Root sign-in/),
    });
    expect(notification.Message).toContain('444455556666');
  });

  it('may be a chat channel alone', async () => {
    const chat = withSubscriptions(templates, { ...email, ...from('critical') });
    const { Resources } = chat.hub.template;
    const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
    const channel = {
      Type: 'AWS::Chatbot::SlackChannelConfiguration',
      Properties: { SlackChannelId: 'C0EXAMPLE1', SnsTopicArns: [{ Ref: 'ChatTopic' }] },
    };
    const resources = structuredClone(Resources) as Record<string, (typeof Resources)[string]>;
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
      if (Type === 'AWS::Lambda::Function') {
        const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };
        Variables['CHAT_TOPIC_ARN'] = { Ref: 'ChatTopic' };
      }
      if (Type === 'AWS::IAM::Role' && /Notifier/.test(id)) {
        const [policy] = Properties['Policies'] as { PolicyDocument: { Statement: unknown[] } }[];
        policy!.PolicyDocument.Statement.push({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Resource: { Ref: 'ChatTopic' },
        });
      }
    }
    const result = await playOne(
      {
        ...chat,
        hub: {
          ...chat.hub,
          template: {
            ...chat.hub.template,
            Resources: { ...resources, ChatTopic: topic, Slack: channel },
          },
        },
      },
      signIn,
    );
    expect(result.outcome).toBe('alerted');
    expect(lastStage(result.stages)).toMatchObject({
      reason: expect.stringMatching(/^to C0EXAMPLE1 \(chat\); not to security@example\.com/),
    });
  });

  it.each([
    ['when every filter policy leaves it out', [{ ...email, ...from('critical') }]],
    ['when the template has no subscription', []],
  ])('is nobody %s, which is a fault', async (_, subscriptions) => {
    const result = await playOne(withSubscriptions(templates, ...subscriptions), signIn);
    expect(result).toMatchObject({ outcome: 'failed', asDesigned: false, severity: 'high' });
    expect(lastStage(result.stages)).toMatchObject({
      name: 'mail',
      passed: false,
      reason: expect.stringMatching(/^nobody is subscribed to high: /),
    });
    expect(result.mails[0]?.subject).toMatch(/Root sign-in/);
  });

  it('of a digest is asked again', async () => {
    const told = await playOn(
      withSubscriptions(templates, { ...email, ...from('critical', 'high') }),
      [
        eventAt('root-sign-in', '2026-11-02T10:00:00Z'),
        eventAt('root-read', '2026-11-02T10:01:00Z'),
      ],
    );
    expect(told.at(-1)).toMatchObject({ kind: 'digest', digest: { told: false } });
  });
});
