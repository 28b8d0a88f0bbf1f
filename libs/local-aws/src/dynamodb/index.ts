export { DynamoDbEndpoint } from './endpoint.ts';
export { LocalDynamoDb, type Item } from './local-dynamodb.ts';
export { tablesOf, type Table } from './table.ts';
