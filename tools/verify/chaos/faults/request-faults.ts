export type Service = 'sns' | 'dynamodb';

/** What strikes one request. */
export type Effect =
  /** An error is answered, nothing happens. */
  | { readonly type: 'refused'; readonly status: number; readonly code: string }
  /** Some entries of a batch are not taken. */
  | { readonly type: 'taken-in-part' }
  /** The connection breaks: before anything happened, or after. */
  | { readonly type: 'connection-lost'; readonly applied: boolean }
  /** No answer comes until the function's time is over, and Lambda ends it. */
  | { readonly type: 'hanging'; readonly applied: boolean }
  /** The process ends. */
  | { readonly type: 'killed'; readonly applied: boolean }
  /** The request waits while another invocation runs to its end; no fault. */
  | { readonly type: 'overtaken'; readonly applied: boolean };

interface RequestFault {
  readonly services: readonly Service[];
  readonly effect: Effect;
  /** It strikes every request as long as it lasts, not now and then. */
  readonly outage?: true;
}

const sns = (effect: Effect, outage?: true): RequestFault => ({
  services: ['sns'],
  effect,
  ...(outage && { outage }),
});
const dynamodb = (effect: Effect, outage?: true): RequestFault => ({
  services: ['dynamodb'],
  effect,
  ...(outage && { outage }),
});
const both = (effect: Effect): RequestFault => ({ services: ['sns', 'dynamodb'], effect });

/** All that can strike a request, by the name that the table at the end shows. */
export const requestFaults = {
  'SNS throttles': sns({ type: 'refused', status: 429, code: 'Throttled' }),
  'SNS answers 500': sns({ type: 'refused', status: 500, code: 'InternalError' }),
  'SNS hangs': sns({ type: 'hanging', applied: false }),
  'SNS hangs after taking': sns({ type: 'hanging', applied: true }),
  'SNS takes part of a batch': sns({ type: 'taken-in-part' }),
  'SNS takes, its answer is lost': sns({ type: 'connection-lost', applied: true }),
  'key denied': sns({ type: 'refused', status: 400, code: 'KMSAccessDenied' }, true),
  'topic gone': sns({ type: 'refused', status: 404, code: 'NotFound' }, true),
  'DynamoDB throttles': dynamodb({ type: 'refused', status: 400, code: 'ThrottlingException' }),
  'DynamoDB answers 500': dynamodb({ type: 'refused', status: 500, code: 'InternalServerError' }),
  'DynamoDB takes part of a batch': dynamodb({ type: 'taken-in-part' }),
  'DynamoDB writes, its answer is lost': dynamodb({ type: 'connection-lost', applied: true }),
  'DynamoDB hangs': dynamodb({ type: 'hanging', applied: false }),
  'DynamoDB is down': dynamodb({ type: 'connection-lost', applied: false }, true),
  'killed before a request': both({ type: 'killed', applied: false }),
  'killed after a request': both({ type: 'killed', applied: true }),
  'two invocations at a time': both({ type: 'overtaken', applied: false }),
  'two invocations at a time, after a request': both({ type: 'overtaken', applied: true }),
} as const satisfies Record<string, RequestFault>;

export type RequestFaultName = keyof typeof requestFaults;

const nameSet = new Set<string>(Object.keys(requestFaults));
const isName = (name: string): name is RequestFaultName => nameSet.has(name);
export const requestFaultNames: readonly RequestFaultName[] =
  Object.keys(requestFaults).filter(isName);

/** What the notifier must bear without any alert being doubled. */
export const isHarmless = (name: RequestFaultName) =>
  requestFaults[name].effect.type === 'overtaken';
