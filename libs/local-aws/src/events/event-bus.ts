import * as z from 'zod';
import { busName } from '../cloudformation/physical-resource.ts';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
import type { NamedPolicy } from '../iam/evaluate.ts';
import { PolicyDocumentSchema, StatementSchema } from '../iam/policy-document.ts';

/** CloudFormation takes a bus's policy as an object, in the GovCloud Regions as its JSON text. */
const BusPropertiesSchema = z.looseObject({
  Policy: z
    .union([
      PolicyDocumentSchema,
      z
        .string()
        .transform((text): unknown => JSON.parse(text))
        .pipe(PolicyDocumentSchema),
    ])
    .optional(),
});

const BusPolicyPropertiesSchema = z.looseObject({
  EventBusName: z.string().default('default'),
  StatementId: z.string(),
  Statement: StatementSchema.optional(),
  /** The older form, one account or `*` with an organization. */
  Action: z.string().optional(),
  Principal: z.string().optional(),
  Condition: z.looseObject({ Type: z.string(), Key: z.string(), Value: z.string() }).optional(),
});

export interface EventBus {
  readonly name: string;
  readonly arn: string;
  readonly policies: readonly NamedPolicy[];
  /** Whether an archive of the stack can send its events again. */
  readonly archived: boolean;
}

/** The custom event buses of a stack, each with its resource policy. */
export function eventBuses(stack: Stack): readonly EventBus[] {
  return resourcesOf(stack, 'AWS::Events::EventBus').map((resource) => {
    const { Policy } = BusPropertiesSchema.parse(resource.properties());
    const arn = resource.attribute('Arn');
    const inline = Policy === undefined ? [] : [{ name: 'bus policy', document: Policy }];
    return {
      name: resource.attribute('Name'),
      arn,
      policies: [...inline, ...statementsFor(stack, resource.attribute('Name'), arn)],
      archived: resourcesOf(stack, 'AWS::Events::Archive').some(
        (archive) => archive.properties()['SourceArn'] === arn,
      ),
    };
  });
}

function statementsFor(stack: Stack, name: string, arn: string): readonly NamedPolicy[] {
  return resourcesOf(stack, 'AWS::Events::EventBusPolicy')
    .map((resource) => BusPolicyPropertiesSchema.parse(resource.properties()))
    .filter(({ EventBusName }) => busName(EventBusName) === name)
    .map(({ StatementId, Statement, Action, Principal, Condition }) => ({
      name: 'bus policy',
      document: {
        Statement: [
          {
            ...(Statement ?? {
              Effect: 'Allow' as const,
              Action: [Action ?? 'events:PutEvents'],
              Resource: [arn],
              Principal: { AWS: Principal === undefined ? [] : [Principal] },
              ...(Condition && {
                Condition: { [Condition.Type]: { [Condition.Key]: [Condition.Value] } },
              }),
            }),
            Sid: StatementId,
          },
        ],
      },
    }));
}
