import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '@root-activity-monitor/command-line';
import { simulateOnBus, type BusOptions } from './simulate-on-bus.ts';
import { AnsweringServer, type Answer } from './testing/answering-server.ts';
import { BUS_ARN, credentials, rootSignIn } from './testing/sendings.ts';

const identity = (account: string): Answer => ({
  type: 'text/xml',
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/tester</Arn><UserId>A</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
});
const stsError = (code: string): Answer => ({
  status: 403,
  type: 'text/xml',
  body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>of AWS</Message></Error></ErrorResponse>`,
});
const refused = (type: string): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message: 'of AWS' }),
});

let answers: Record<string, Answer>;
let server: AnsweringServer;
let said: string[];
beforeEach(async () => {
  said = [];
  answers = {
    GetCallerIdentity: identity('123456789012'),
    DescribeEventBus: { body: '{"Name":"root-activity"}' },
    PutEvents: { body: '{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}' },
  };
  const unknown: Answer = { status: 500, body: '<html>' };
  server = await new AnsweringServer(({ operation }) => answers[operation] ?? unknown).start();
});
afterEach(() => server.stop());

async function simulate(changed: Partial<BusOptions> = {}, ask?: () => Promise<boolean>) {
  const options = { bus: BUS_ARN, endpointUrl: server.url, yes: true, wait: false, json: false };
  const status = await simulateOnBus(
    { ...options, events: [rootSignIn()], move: {}, credentials, ...changed },
    {
      write: (line) => said.push(line),
      warn: (line) => said.push(line),
      signal: new AbortController().signal,
      ...(ask && { ask }),
    },
  );
  return {
    status,
    text: said.join('\n'),
    put: server.asked.filter(({ operation }) => operation === 'PutEvents'),
  };
}

test('says account, Region, identity and bus before anything is sent', async () => {
  let before = '';
  const { status, put } = await simulate({ yes: false }, async () => {
    before = said.join('\n');
    return true;
  });
  for (const part of [
    '123456789012',
    'eu-west-1',
    'arn:aws:iam::123456789012:user/tester',
    BUS_ARN,
  ]) {
    expect(before).toContain(part);
  }
  expect(status).toBe(0);
  expect(put).toHaveLength(1);
});

test('who says no sends nothing', async () => {
  const { status, put } = await simulate({ yes: false }, async () => false);
  expect([status, put.length]).toEqual([1, 0]);
});

test('with nobody to ask it refuses as wrong usage', async () => {
  const nobody = () => Promise.reject(new UsageError('give --yes'));
  const { status, text, put } = await simulate({ yes: false }, nobody);
  expect([status, put.length]).toEqual([2, 0]);
  expect(text).toContain('--yes');
});

describe('refuses, sending nothing,', () => {
  test('an ARN that is no event bus, before any call', async () => {
    const { status } = await simulate({ bus: 'arn:aws:sqs:eu-west-1:123456789012:queue' });
    expect(status).toBe(2);
    expect(server.asked).toEqual([]);
  });

  test.each<[string, string, Answer, string]>([
    [
      'credentials of another account',
      'GetCallerIdentity',
      identity('210987654321'),
      'from its own account only',
    ],
    ['an expired session', 'GetCallerIdentity', stsError('ExpiredToken'), 'have expired'],
    [
      'unknown credentials',
      'GetCallerIdentity',
      stsError('InvalidClientTokenId'),
      'does not know these credentials',
    ],
    [
      'a bus that is not there',
      'DescribeEventBus',
      refused('ResourceNotFoundException'),
      'There is no event bus root-activity',
    ],
    [
      'denied access',
      'DescribeEventBus',
      refused('AccessDeniedException'),
      'events:DescribeEventBus is needed',
    ],
    ['what is no AWS', 'DescribeEventBus', { body: '<html>' }, 'is not AWS'],
  ])('%s', async (_case, operation, answer, why) => {
    answers[operation] = answer;
    const { status, text, put } = await simulate();
    expect([status, put.length]).toEqual([1, 0]);
    expect(text).toContain(why);
    expect(text).not.toMatch(/\n\s+at /);
  });

  test('an endpoint that does not answer', async () => {
    await server.stop();
    expect(await simulate()).toMatchObject({
      status: 1,
      text: expect.stringContaining('cannot be reached'),
    });
  });
});

test('what EventBridge does not take is reported', async () => {
  answers['PutEvents'] = {
    body: '{"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"no"}]}',
  };
  const { status, text } = await simulate();
  expect(status).toBe(1);
  expect(text).toContain('MalformedDetail: no');
});
