import type { Call } from './read-call.ts';

/** The ID that CloudFormation gives; the gate needs none that is right. */
const ID = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

/** The ARN that a call is about, where it names one; else `*`, which only a policy for everything fits. */
export function resourceOfCall({ action, parameters, region }: Call, account: string): string {
  const cloudFormation = `arn:aws:cloudformation:${region}:${account}`;
  const stack = parameters.get('StackName');
  const arn = stack ?? parameters.get('RoleArn') ?? parameters.get('TopicArn');
  if (arn?.startsWith('arn:') === true) return arn;
  if (stack !== undefined) return `${cloudFormation}:stack/${stack}/${ID}`;
  const stackSet = parameters.get('StackSetName');
  if (stackSet !== undefined) return `${cloudFormation}:stackset/${stackSet}:${ID}`;
  return action.startsWith('sqs:') ? (parameters.get('QueueUrl') ?? '*') : '*';
}
