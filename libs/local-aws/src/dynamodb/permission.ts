import * as z from 'zod';
import type { Stack } from '../cloudformation/stack.ts';
import { authorize } from '../iam/authorize.ts';
import type { Role } from '../iam/role.ts';
import type { Table } from './table.ts';

const RequestSchema = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Why the role may not make a request: its policies name neither table nor index, or the table does
 * not exist. The table's key is not asked: DynamoDB uses it by a grant.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export function refusalOfCaller(
  stack: Stack,
  role: Role,
  tables: readonly Table[],
  action: string,
  body: string,
): { readonly code: string; readonly message: string } | undefined {
  const { TableName, IndexName, RequestItems = {} } = RequestSchema.parse(JSON.parse(body));
  const names = TableName === undefined ? Object.keys(RequestItems) : [TableName];
  for (const name of names) {
    const table = tables.find((one) => one.name === name || one.arn === name);
    if (table === undefined) {
      return { code: 'ResourceNotFoundException', message: `there is no table ${name}` };
    }
    const verdict = authorize({
      request: {
        principal: role.principal,
        action: `dynamodb:${action}`,
        resource: IndexName === undefined ? table.arn : `${table.arn}/index/${IndexName}`,
        context: {
          'aws:securetransport': 'true',
          'aws:principalarn': role.principal.arn,
          'aws:principalaccount': role.principal.account,
        },
      },
      identityPolicies: role.identityPolicies,
      resourcePolicies: [],
      resourceAccount: stack.place.account,
    });
    if (!verdict.allowed) return { code: 'AccessDeniedException', message: verdict.reason };
  }
  return undefined;
}
