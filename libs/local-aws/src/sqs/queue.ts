import * as z from 'zod';
import { resourcesOf, type Resource, type Stack } from '../cloudformation/stack.ts';
import type { NamedPolicy } from '../iam/evaluate.ts';
import { PolicyDocumentSchema } from '../iam/policy-document.ts';
import { MessageQueue, type QueueHabits } from './message-queue.ts';

const QueuePropertiesSchema = z.looseObject({
  VisibilityTimeout: z.coerce.number().default(30),
  MaximumMessageSize: z.coerce.number().default(1_048_576),
  KmsMasterKeyId: z.string().optional(),
  RedrivePolicy: z
    .looseObject({
      deadLetterTargetArn: z.string(),
      maxReceiveCount: z.coerce.number().int().min(1),
    })
    .optional(),
});
const QueuePolicyPropertiesSchema = z.looseObject({
  Queues: z.array(z.string()),
  PolicyDocument: PolicyDocumentSchema,
});

/** Without a redrive policy a message comes back until it expires, which is told as parked nowhere. */
const receivesWithoutRedrive = 5;

/** A queue as its template describes it. */
export class Queue extends MessageQueue {
  readonly arn: string;
  readonly properties: z.infer<typeof QueuePropertiesSchema>;
  readonly policies: readonly NamedPolicy[];

  constructor(stack: Stack, resource: Resource, habits?: QueueHabits) {
    const properties = QueuePropertiesSchema.parse(resource.properties());
    const { RedrivePolicy, VisibilityTimeout } = properties;
    const maxReceiveCount = RedrivePolicy?.maxReceiveCount ?? receivesWithoutRedrive;
    super({ visibilitySeconds: VisibilityTimeout, maxReceiveCount }, habits);
    this.arn = resource.attribute('Arn');
    this.properties = properties;
    this.policies = resourcesOf(stack, 'AWS::SQS::QueuePolicy')
      .map((policy) => QueuePolicyPropertiesSchema.parse(policy.properties()))
      .filter(({ Queues }) => Queues.includes(resource.ref))
      .map(({ PolicyDocument }) => ({ name: 'queue policy', document: PolicyDocument }));
  }
}
