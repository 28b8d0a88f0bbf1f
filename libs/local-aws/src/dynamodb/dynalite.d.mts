import type { Server } from 'node:http';

/** DynamoDB in memory; delays in milliseconds. */
export default function dynalite(options: {
  readonly createTableMs?: number;
  readonly deleteTableMs?: number;
  readonly updateTableMs?: number;
}): Server;
