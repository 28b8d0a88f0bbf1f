import { urlSuffixOf } from '../cloudformation/place.ts';
import { textFor, type AcceptedMessage } from './message.ts';

/** Only SNS can sign. */
const SIGNATURE = '(signed by SNS)';

/**
 * The JSON that SNS sends to https, sqs, firehose and email-json, unless delivery is raw.
 *
 * @param time when it was published, in milliseconds since 1970
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export function notificationOf(message: AcceptedMessage, protocol: string, time: number) {
  const { topicArn, messageId, subject, attributes } = message;
  const region = topicArn.split(':')[3] ?? '';
  const host = `https://sns.${region}.${urlSuffixOf(region)}`;
  return {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: topicArn,
    ...(subject !== undefined && { Subject: subject }),
    Message: textFor(message, protocol),
    Timestamp: new Date(time).toISOString(),
    SignatureVersion: '1',
    Signature: SIGNATURE,
    SigningCertURL: `${host}/SimpleNotificationService-00000000000000000000000000000000.pem`,
    UnsubscribeURL: `${host}/?Action=Unsubscribe&SubscriptionArn=${topicArn}:00000000-0000-0000-0000-000000000000`,
    ...(attributes.size > 0 && { MessageAttributes: attributesOf(message) }),
  };
}

/**
 * The event with which SNS invokes a function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function lambdaEventOf(message: AcceptedMessage, time: number) {
  const { SigningCertURL, UnsubscribeURL, ...notification } = notificationOf(
    message,
    'lambda',
    time,
  );
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: `${message.topicArn}:00000000-0000-0000-0000-000000000000`,
        Sns: {
          ...notification,
          SigningCertUrl: SigningCertURL,
          UnsubscribeUrl: UnsubscribeURL,
          MessageAttributes: attributesOf(message),
        },
      },
    ],
  };
}

/**
 * What a subscription receives: text for people, JSON for machines, and the text alone where
 * delivery is raw.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html
 */
export function payloadFor(
  message: AcceptedMessage,
  { protocol, raw }: { readonly protocol: string; readonly raw: boolean },
  time: number,
): string {
  if (protocol === 'email' || protocol === 'sms' || protocol === 'chat' || raw) {
    return textFor(message, protocol);
  }
  if (protocol === 'lambda') return JSON.stringify(lambdaEventOf(message, time));
  return JSON.stringify(notificationOf(message, protocol, time));
}

function attributesOf({ attributes }: AcceptedMessage) {
  return Object.fromEntries(
    [...attributes].map(([name, { dataType, stringValue, binaryValue }]) => [
      name,
      { Type: dataType, Value: stringValue ?? binaryValue ?? '' },
    ]),
  );
}
