import {
  bodyOf,
  type Call,
  consoleSession,
  leakedKey,
  Random,
  recordOf,
} from '@root-activity-monitor/chaos';

const minute = 60_000;
/** How long the storm lasts. */
export const stormLasts = 60 * minute;
/** CloudTrail hands events over in bunches. */
const bunchEvery = 5000;

export const signInAccounts = 50;
const leakedAccount = '400000000000';
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
] as const;

/** A message on its way into the queue. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly account: string;
  readonly eventId: string;
  readonly body: () => string;
}

const services = [
  'ec2',
  's3',
  'iam',
  'rds',
  'lambda',
  'kms',
  'sqs',
  'sns',
  'dynamodb',
  'route53',
] as const;
const verbs = [
  'DescribeInstances',
  'ListBuckets',
  'ListUsers',
  'DescribeDBInstances',
  'ListFunctions',
] as const;

/** What a person does who signs in as root: three minutes, nothing out of the ordinary. */
const signIn: readonly Call[] = [
  { name: 'signin CheckMfa', severity: 'low', changes: { eventType: 'AwsConsoleSignIn' } },
  {
    name: 'signin ConsoleLogin',
    severity: 'high',
    changes: {
      eventType: 'AwsConsoleSignIn',
      additionalEventData: { MFAUsed: 'Yes' },
      responseElements: { ConsoleLogin: 'Success' },
    },
  },
  ...Array.from({ length: 8 }, (): Call => ({
    name: 'billing GetAccountInformation',
    severity: 'low',
    changes: { readOnly: true },
  })),
];

/** All that reaches the queue, in the order of arrival. */
export function drawArrivals(events: number, start: number): readonly Arrival[] {
  const random = new Random('storm');
  const ordinary = Array.from({ length: signInAccounts }, (_, index) => {
    const account = String(400_000_000_001 + index);
    const from = start + random.between(1, 55) * minute;
    return signIn.map((call, step) => {
      const at = from + step * 20_000 + random.between(0, 5000);
      return arrival(call, at, account, consoleSession, `sign-in-${index}-${step}`, 'us-east-1');
    });
  }).flat();
  const length = events - ordinary.length;
  const leaked = Array.from({ length }, (_, index) => {
    const after = (index / length) * stormLasts;
    const at = start + Math.ceil(after / bunchEvery) * bunchEvery;
    const region = regions[index % regions.length] ?? 'us-east-1';
    const call: Call = {
      name: `${services[index % services.length] ?? 's3'} ${verbs[index % verbs.length] ?? 'ListBuckets'}`,
      severity: 'critical',
      changes: { readOnly: true, sourceIPAddress: `198.51.100.${index % 200}` },
    };
    return arrival(call, at, leakedAccount, leakedKey, `leaked-${index}`, region);
  });
  return [...ordinary, ...leaked].sort((a, b) => a.at - b.at);
}

function arrival(
  call: Call,
  at: number,
  account: string,
  credentials: Parameters<typeof recordOf>[1]['credentials'],
  eventId: string,
  region: string,
): Arrival {
  // Bodies are written when they are read: a hundred thousand of them would fill the memory.
  return {
    at,
    account,
    eventId,
    body: () => bodyOf(recordOf(call, { account, at, credentials, eventId, region })),
  };
}
