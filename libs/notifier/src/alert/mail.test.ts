import { expect, it } from 'vitest';
import { call, findingOn, rootIdentity } from '../testing/records.ts';
import { finding } from '../testing/findings.ts';
import { formatAlert } from './alert.ts';

const mailBody = (about: ReturnType<typeof finding>) => formatAlert(about).mail;

it('a mail reads like this', () => {
  const body = mailBody(
    finding(
      { accountName: 'payments-prod', recordedIn: '111122223333' },
      { steps: ['One.', 'Two.'] },
    ),
  );
  expect(body).toBe(`Somebody signed in as root.

Severity:    HIGH
Account:     payments-prod (123456789012)
Recorded in: 111122223333
When:        2026-11-02 09:14:33 UTC
Who:         the root user
From:        203.0.113.24
With:        Mozilla/5.0
MFA:         used
Call:        signin ConsoleLogin
Outcome:     succeeded
Region:      us-east-1

WHAT TO DO NOW
1. One.
2. Two.

WHERE TO LOOK
The event in CloudTrail (sign in to account 111122223333 with a role that may read, not as root; shown for 90 days):
https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events/5a460db3-b6f3-4381-a9bd-899029050627

Detection: root-sign-in
Event ID:  5a460db3-b6f3-4381-a9bd-899029050627
`);
});

it('a simulation says so first, a replay and a late record after what happened', () => {
  const lines = mailBody(
    finding({ simulated: true, replay: 'again', addendum: 'DELIVERY_DELAY' }),
  ).split('\n');
  expect(lines.slice(0, 8)).toEqual([
    'This is a SIMULATION: nobody used root. It only proves that this message arrives.',
    '',
    'Somebody signed in as root.',
    '',
    'This event was sent again from the archive (replay "again"). You may have been told about it before: compare the event ID.',
    '',
    'CloudTrail delivered this record late or corrected it (DELIVERY_DELAY). Go by the time below.',
    '',
  ]);
});

it('what is there to be copied stands alone on its line', () => {
  const lines = findingOn(call('s3 CreateBucket')).alert?.mail.split('\n') ?? [];
  const commands = lines.filter((line) => /^(POLICY|aws organizations)/.test(line));
  expect(commands).toEqual([
    expect.stringMatching(/^POLICY='\{"Version":"2012-10-17",.*\}'$/),
    expect.stringMatching(
      /^POLICY_ID=\$\(aws organizations create-policy --type SERVICE_CONTROL_POLICY .*\)$/,
    ),
    'aws organizations attach-policy --policy-id "$POLICY_ID" --target-id 123456789012',
  ]);
  const numbers = lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
  expect(numbers).toEqual(['1', '2', '3', '4', '5', '6']);
});

it('without a Region there is no link', () => {
  expect(mailBody(finding({ region: 'unknown' }))).toContain(
    'CloudTrail, Event history, account 123456789012: the record does not say which Region.\n',
  );
});

it('no secret of the event is in any message', () => {
  const secrets = {
    sessionToken: 'SECRET-session-token',
    secretAccessKey: 'SECRET-access-key',
    password: 'SECRET-password',
    emailAddress: 'SECRET@example.com',
    phoneNumber: 'SECRET-555-0100',
    fullName: 'SECRET-name',
  };
  for (const name of [
    'iam CreateAccessKey',
    'sts GetSessionToken',
    'account PutAlternateContact',
    'iam CreateUser',
    'sts AssumeRoot',
    's3 PutObject',
  ]) {
    const record = call(name, {
      userIdentity: rootIdentity({ sessionContext: { webIdFederationData: secrets } }),
      requestParameters: { ...secrets, contactInformation: secrets },
      responseElements: { ...secrets, credentials: secrets, accessKey: secrets },
      additionalEventData: secrets,
      errorMessage: 'address SECRET@example.com is taken',
    });
    expect(JSON.stringify(findingOn(record).alert)).not.toContain('SECRET');
  }
});
