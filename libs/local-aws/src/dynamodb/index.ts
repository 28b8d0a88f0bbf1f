export { default as dynalite } from './dynalite.mjs';
export { DynamoDbEndpoint } from './endpoint.ts';
export { TableMemory } from './table-memory.ts';
export { tablesOf, type Table } from './table.ts';
