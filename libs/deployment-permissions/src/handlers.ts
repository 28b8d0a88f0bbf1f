import table from './handler-permissions.json' with { type: 'json' };

export const handlers = ['create', 'read', 'update', 'delete', 'list'] as const;
export type Handler = (typeof handlers)[number];

/** A template has what nobody wrote down the permissions for. */
export class UnknownResourceError extends Error {
  override readonly name = 'UnknownResourceError';
}

const types: Readonly<Record<string, Partial<Readonly<Record<Handler, string>>>>> = table.types;

/**
 * What services demand of the caller beyond what the schemas say.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const beyondSchemas: Readonly<
  Record<string, Partial<Readonly<Record<Handler, readonly string[]>>>>
> = {
  'AWS::DynamoDB::Table': {
    create: [
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
  },
};

/**
 * The actions that CloudFormation calls for a resource, by handler.
 *
 * @throws UnknownResourceError for a type that the table lacks
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
export function handlerActions(type: string, handler: Handler): readonly string[] {
  const known = types[type];
  if (known === undefined) {
    throw new UnknownResourceError(
      `${type} is not in handler-permissions.json: add what its CloudFormation schema says under "handlers".`,
    );
  }
  const actions = (known[handler] ?? '').split(' ').filter((action) => action !== '');
  return [...actions, ...(beyondSchemas[type]?.[handler] ?? [])];
}

/** Every type in the table. */
export const knownTypes: readonly string[] = Object.keys(types);
