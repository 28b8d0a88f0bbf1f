import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.ts';

const complete = {
  ALERT_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:alerts',
  STATE_TABLE_NAME: 'state',
};

describe('the environment', () => {
  it('needs a topic and a table, and has a policy of its own', () => {
    expect(readEnvironment(complete)).toEqual({
      stateTableName: 'state',
      settings: {
        alertTopicArn: complete.ALERT_TOPIC_ARN,
        chatTopicArn: undefined,
        accountNames: {},
        policy: {
          idleTimeout: 900_000,
          maxDuration: 43_200_000,
          digesterRate: 300_000,
          urgentDigest: 300_000,
          digestInterval: 3_600_000,
          lateArrivalGrace: 120_000,
          claimLifetime: 90_000,
          eventRetention: 34_560_000_000,
          alertAtOnceFrom: 'low',
        },
      },
    });
  });

  it('takes times in seconds, names and a threshold', () => {
    const given = {
      ...complete,
      SESSION_QUIET_SECONDS: '60',
      ACCOUNT_NAMES: '{"123456789012":"payments-prod"}',
      ALERT_AT_ONCE_FROM: 'medium',
    };
    const { accountNames, policy } = readEnvironment(given).settings;
    expect(policy).toMatchObject({ idleTimeout: 60_000, alertAtOnceFrom: 'medium' });
    expect(accountNames).toEqual({ '123456789012': 'payments-prod' });
  });

  it.each([
    ['ALERT_TOPIC_ARN', undefined],
    ['ALERT_TOPIC_ARN', 'alerts-of-somebody'],
    ['STATE_TABLE_NAME', ''],
    ['CHAT_TOPIC_ARN', 'x'],
    ['ACCOUNT_NAMES', '{broken'],
    ['ACCOUNT_NAMES', '{"123456789012":5}'],
    ['SESSION_QUIET_SECONDS', '-1'],
    ['ALERT_AT_ONCE_FROM', 'urgent'],
  ])('names %s when it is %j, without its value', (name, value) => {
    const read = () => readEnvironment({ ...complete, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(`environment: ${name};`);
    if (value !== undefined && value !== '') expect(read).not.toThrow(value);
  });
});
