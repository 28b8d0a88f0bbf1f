import * as z from 'zod';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';

const KeySchema = z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() }));
const IndexSchema = z.looseObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.looseObject({ ProjectionType: z.string() }),
});
const TablePropertiesSchema = z.looseObject({
  AttributeDefinitions: z.array(
    z.looseObject({ AttributeName: z.string(), AttributeType: z.string() }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(IndexSchema).optional(),
});

export interface Table {
  readonly name: string;
  readonly arn: string;
  /** The body of the CreateTable request that makes it. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** The tables of a stack. */
export function tablesOf(stack: Stack): readonly Table[] {
  return ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']
    .flatMap((type) => resourcesOf(stack, type))
    .map((resource) => {
      const properties = TablePropertiesSchema.parse(resource.properties());
      const indexes = properties.GlobalSecondaryIndexes?.map((index) => ({
        IndexName: index.IndexName,
        KeySchema: index.KeySchema,
        Projection: index.Projection,
      }));
      return {
        name: resource.ref,
        arn: resource.attribute('Arn'),
        definition: {
          TableName: resource.ref,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: properties.AttributeDefinitions,
          KeySchema: properties.KeySchema,
          ...(indexes !== undefined && indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
        },
      };
    });
}
