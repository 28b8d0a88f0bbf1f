import { PublishBatchCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SnsEndpoint } from './endpoint.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:t';
let sns: SnsEndpoint;
let endpoint: string;

beforeEach(async () => {
  sns = new SnsEndpoint({
    caller: { accessKeyId: 'ASIAEXAMPLE', region: 'eu-west-1' },
    refuse: ({ topicArn }) =>
      topicArn === topic ? undefined : { code: 'NotFound', message: 'Topic does not exist' },
    refuseEntry: ({ message }) =>
      message === 'a fault' ? { code: 'InternalError', message: 'not taken' } : undefined,
  });
  endpoint = await sns.start();
});
afterEach(() => sns.close());

function client(accessKeyId = 'ASIAEXAMPLE', region = 'eu-west-1'): SNSClient {
  return new SNSClient({
    endpoint,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 's' },
  });
}

describe('the AWS SDK', () => {
  it('publishes a batch, of which one entry is refused by the rules and one by a fault', async () => {
    const answer = await client().send(
      new PublishBatchCommand({
        TopicArn: topic,
        PublishBatchRequestEntries: [
          {
            Id: 'a',
            Message: 'm & <n>',
            Subject: 's',
            MessageAttributes: { severity: { DataType: 'String', StringValue: 'high' } },
          },
          { Id: 'b', Message: 'm', Subject: 'line\nbreak' },
          { Id: 'c', Message: 'a fault' },
        ],
      }),
    );
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['a']);
    expect(answer.Failed).toMatchObject([
      { Id: 'b', Code: 'InvalidParameter', SenderFault: true },
      { Id: 'c', Code: 'InternalError' },
    ]);
    const { accepted, refused } = sns.take();
    expect(accepted).toMatchObject([{ id: 'a', message: 'm & <n>', subject: 's' }]);
    expect(accepted[0]?.attributes.get('severity')).toEqual({
      dataType: 'String',
      stringValue: 'high',
    });
    expect(refused).toMatchObject([{ code: 'InvalidParameter' }, { code: 'InternalError' }]);
  });

  it.each([
    [
      'a topic that does not exist',
      () => client(),
      'arn:aws:sns:eu-west-1:123456789012:no',
      /does not exist/,
    ],
    ['foreign credentials', () => client('ASIAOTHER'), topic, /security token/],
    [
      'a client of another Region',
      () => client('ASIAEXAMPLE', 'us-east-1'),
      topic,
      /scoped to eu-west-1/,
    ],
  ])('hears of %s', async (_, make, TopicArn, reason) => {
    await expect(make().send(new PublishCommand({ TopicArn, Message: 'm' }))).rejects.toThrow(
      reason,
    );
    expect(sns.take()).toMatchObject({ accepted: [], refused: [{}] });
  });
});
