import type { Call } from './read-call.ts';

/** An ID in the form of CloudFormation's; policies do not name it. */
const exampleId = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

/** The ARN that a call is about, where it names one; else `*`, which only a policy for all resources covers. */
export function resourceOfCall({ action, parameters, region }: Call, account: string): string {
  const cloudFormation = `arn:aws:cloudformation:${region}:${account}`;
  const stack = parameters.get('StackName');
  const arn = stack ?? parameters.get('RoleArn') ?? parameters.get('TopicArn');
  if (arn?.startsWith('arn:') === true) return arn;
  if (stack !== undefined) return `${cloudFormation}:stack/${stack}/${exampleId}`;
  const stackSet = parameters.get('StackSetName');
  if (stackSet !== undefined) return `${cloudFormation}:stackset/${stackSet}:${exampleId}`;
  return action.startsWith('sqs:') ? (parameters.get('QueueUrl') ?? '*') : '*';
}
